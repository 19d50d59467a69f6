/// The page of locks: which columns it has, how a lease is worded, and what a row leads to.
@NullMarked
package io.runfabric.console.ui.locks;

import org.jspecify.annotations.NullMarked;
