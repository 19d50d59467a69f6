/// Tables as files that other programs open, and open safely.
@NullMarked
package io.runfabric.console.operation.report;

import org.jspecify.annotations.NullMarked;
