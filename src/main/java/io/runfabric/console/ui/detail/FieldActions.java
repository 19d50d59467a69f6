package io.runfabric.console.ui.detail;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What a shown field can ask for.
///
/// @param moment what relative times are relative to
/// @param copy takes text for the clipboard
/// @param openAddress takes a web address the user clicked
/// @param reveal shows secrets as long as somebody holds something down
record FieldActions(
    ObservableValue<Instant> moment,
    Consumer<String> copy,
    Consumer<String> openAddress,
    Consumer<Boolean> reveal) {}
