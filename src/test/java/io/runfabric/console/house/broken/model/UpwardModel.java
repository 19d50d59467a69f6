package io.runfabric.console.house.broken.model;

import io.runfabric.console.house.broken.cli.CliThatImportsUi;

/// Breaks the order on purpose: a word that knows a face.
public final class UpwardModel {

  public CliThatImportsUi face() {
    return new CliThatImportsUi();
  }
}
