/// The wizards that move state: to another backend, and to another workspace id. Start reading at
/// [Migrating] and [Rekeying], which hold no nodes.
@NullMarked
package io.runfabric.console.ui.moving;

import org.jspecify.annotations.NullMarked;
