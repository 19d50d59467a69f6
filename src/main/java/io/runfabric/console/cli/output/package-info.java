/// How the terminal's face writes: the JSON envelope, tables, colour, errors.
@NullMarked
package io.runfabric.console.cli.output;

import org.jspecify.annotations.NullMarked;
