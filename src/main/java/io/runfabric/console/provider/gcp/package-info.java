/// Google Cloud Functions and Cloud Run. Start reading at [GoogleCloud].
@NullMarked
package io.runfabric.console.provider.gcp;

import org.jspecify.annotations.NullMarked;
