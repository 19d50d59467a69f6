package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.shell.Command;
import javafx.beans.value.ObservableValue;

/// Something that can be done on a page.
///
/// @param offered whether it makes sense now; what does not is not shown
public record Offer(Command command, ObservableValue<Boolean> offered) {}
