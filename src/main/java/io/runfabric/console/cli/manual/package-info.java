/// The tree of commands as a manual page and as completion scripts. What they say is read from the
/// commands themselves, so a new command or option is in all of them.
///
/// Start reading at [io.runfabric.console.cli.manual.ManualPage] and
/// [io.runfabric.console.cli.manual.Shell].
@NullMarked
package io.runfabric.console.cli.manual;

import org.jspecify.annotations.NullMarked;
