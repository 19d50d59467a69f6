/// JSON over HTTP, read only: what the adapters share whose providers are asked without an SDK.
/// Start reading at [RestClient].
@NullMarked
package io.runfabric.console.provider.rest;

import org.jspecify.annotations.NullMarked;
