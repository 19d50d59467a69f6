/// The page of journals: which columns it has, and what a row leads to.
@NullMarked
package io.runfabric.console.ui.journals;

import org.jspecify.annotations.NullMarked;
