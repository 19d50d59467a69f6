/// Documents as files below a folder. Start reading at
/// [io.runfabric.console.backend.local.LocalDocumentStore].
@NullMarked
package io.runfabric.console.backend.local;

import org.jspecify.annotations.NullMarked;
