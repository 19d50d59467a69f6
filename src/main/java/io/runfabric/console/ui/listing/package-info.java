/// A page that lists rows of one kind: what receipts, locks and journals have in common.
///
/// Start reading at [Listing], which declares a page, and [ListingModel], which holds no nodes.
/// Comes in: the table, the detail pane, the project's rows.
@NullMarked
package io.runfabric.console.ui.listing;

import org.jspecify.annotations.NullMarked;
