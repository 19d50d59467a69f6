/// Documents as objects of a Google Cloud Storage bucket, over HTTP. Start reading at
/// [io.runfabric.console.backend.gcs.GcsDocumentStore].
@NullMarked
package io.runfabric.console.backend.gcs;

import org.jspecify.annotations.NullMarked;
