/// What tests plant to see whether it comes out anywhere.
@NullMarked
package io.runfabric.console.secrets;

import org.jspecify.annotations.NullMarked;
