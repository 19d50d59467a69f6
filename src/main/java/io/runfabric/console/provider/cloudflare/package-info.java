/// Cloudflare Workers. Start reading at [CloudflareWorkers].
@NullMarked
package io.runfabric.console.provider.cloudflare;

import org.jspecify.annotations.NullMarked;
