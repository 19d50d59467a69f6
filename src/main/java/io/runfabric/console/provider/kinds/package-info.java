/// Which provider is which package's. Start reading at [Clouds].
@NullMarked
package io.runfabric.console.provider.kinds;

import org.jspecify.annotations.NullMarked;
