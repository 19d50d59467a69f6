/// The built-in sample project: realistic state with the troubles an operator meets. Start reading
/// at [io.runfabric.console.sample.SampleProject].
@NullMarked
package io.runfabric.console.sample;

import org.jspecify.annotations.NullMarked;
