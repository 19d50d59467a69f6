/// The terminal's face: commands, their JSON and their tables. It never knows the window's.
///
/// Start reading at [io.runfabric.console.cli.Cli].
@NullMarked
package io.runfabric.console.cli;

import org.jspecify.annotations.NullMarked;
