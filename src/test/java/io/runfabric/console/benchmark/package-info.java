/// Measurements, run by hand or by the benchmark command of the README; none of them is a test.
@NullMarked
package io.runfabric.console.benchmark;

import org.jspecify.annotations.NullMarked;
