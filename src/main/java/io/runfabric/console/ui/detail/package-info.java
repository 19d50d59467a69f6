/// What is known of one selected row: read in the background, shown as pages of fields, functions
/// and artifacts, a timeline, and the document itself.
///
/// Models hold no nodes. Start reading at [DetailModel] and [Subject]; [DetailPane] shows them.
@NullMarked
package io.runfabric.console.ui.detail;

import org.jspecify.annotations.NullMarked;
