package io.runfabric.console.ui.wizard;

import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.ui.style.Tone;
import java.util.List;

/// One line of a plan.
///
/// @param name what work calls it when it is done with it, such as `receipt dev`
/// @param found how it compares with what is stored
/// @param conflict whether that is a reason to think twice
/// @param action what is done with it, a word such as `create`
/// @param tone of the action
/// @param effective whether something changes
/// @param differences what differs, by path; not redacted
public record PlanRow(
    String name,
    String found,
    boolean conflict,
    String action,
    Tone tone,
    boolean effective,
    List<JsonDiff.Change> differences) {

  /// Whether it is of interest to somebody who looks for what happens.
  boolean matters() {
    return effective || conflict;
  }
}
