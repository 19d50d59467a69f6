/// The page of receipts and state records: which columns it has, and what a row leads to.
@NullMarked
package io.runfabric.console.ui.receipts;

import org.jspecify.annotations.NullMarked;
