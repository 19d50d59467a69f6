package io.runfabric.console.ui.detail;

import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.ui.shell.Command;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/// What a shown field can ask for.
///
/// @param moment what relative times are relative to
/// @param copy takes text for the clipboard
/// @param openAddress takes a web address the user clicked
/// @param onStep what does a step of a runbook; empty for what the window does not do
/// @param reveal shows secrets as long as somebody holds something down
record FieldActions(
    ObservableValue<Instant> moment,
    Consumer<String> copy,
    Consumer<String> openAddress,
    Consumer<Boolean> reveal,
    Function<Action, Optional<Command>> onStep) {}
