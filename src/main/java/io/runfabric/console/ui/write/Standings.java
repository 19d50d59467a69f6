package io.runfabric.console.ui.write;

import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.change.StageStanding.Standing;
import java.util.List;

/// Who holds what a write would lock, in a sentence.
public final class Standings {

  private Standings() {}

  /// The first of them that is not free; empty when all are.
  public static String sentence(List<StageStanding> standings) {
    return standings.stream()
        .filter(one -> one.standing() != Standing.FREE)
        .findFirst()
        .map(one ->
            "The lock of "
                + one.what()
                + " is "
                + one.standing().word()
                + (one.holder().isEmpty() ? "" : ", " + one.holder())
                + ".")
        .orElse("");
  }
}
