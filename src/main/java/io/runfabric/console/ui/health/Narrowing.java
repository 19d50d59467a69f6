package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Severity;

/// Which findings are shown.
sealed interface Narrowing {

  boolean shows(Severity severity);

  /// Every one.
  record All() implements Narrowing {
    @Override
    public boolean shows(Severity severity) {
      return true;
    }
  }

  /// What is wrong, and what nobody knows.
  record Problems() implements Narrowing {
    @Override
    public boolean shows(Severity severity) {
      return severity.compareTo(Severity.NOT_CHECKED) >= 0;
    }
  }

  /// Those of one severity.
  record Only(Severity chosen) implements Narrowing {
    @Override
    public boolean shows(Severity severity) {
      return severity == chosen;
    }
  }
}
