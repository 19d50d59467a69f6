/// The page of drift: what is stored compared with what it should agree with, when the user asks or
/// every so many minutes. Start reading at [DriftModel], which holds no nodes.
@NullMarked
package io.runfabric.console.ui.drift;

import org.jspecify.annotations.NullMarked;
