/// One class per command; what a command prints as JSON stands beside what it prints as text.
@NullMarked
package io.runfabric.console.cli.command;

import org.jspecify.annotations.NullMarked;
