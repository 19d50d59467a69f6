package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Tone;
import org.kordamp.ikonli.Ikon;

/// How severities look: each has a word, an icon and a colour of its own.
final class Severities {

  private Severities() {}

  static String title(Severity severity) {
    return switch (severity) {
      case OK -> "OK";
      case INFO -> "Info";
      case NOT_CHECKED -> "Not checked";
      case WARNING -> "Warning";
      case CRITICAL -> "Critical";
    };
  }

  /// Within a sentence, such as `3 not checked`.
  static String word(Severity severity) {
    return severity.word().replace('-', ' ');
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case OK -> Tone.SUCCESS;
      case INFO -> Tone.ACCENT;
      case NOT_CHECKED -> Tone.NEUTRAL;
      case WARNING -> Tone.WARNING;
      case CRITICAL -> Tone.DANGER;
    };
  }

  static Ikon icon(Severity severity) {
    return switch (severity) {
      case OK -> Icons.OK;
      case INFO -> Icons.INFO;
      case NOT_CHECKED -> Icons.UNKNOWN;
      case WARNING -> Icons.WARNING;
      case CRITICAL -> Icons.CRITICAL;
    };
  }
}
