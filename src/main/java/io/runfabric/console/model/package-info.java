/// The words of the house as values: entries, receipts, state records, journals, locks, and the
/// rules that need nothing but the document itself (what loads, what is sensitive, what time it
/// is).
///
/// Comes in: Jackson, nothing else. Start reading at [Entry] and [ReceiptFormat].
@NullMarked
package io.runfabric.console.model;

import org.jspecify.annotations.NullMarked;
