package io.runfabric.console.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of state backend, in the order users read about them.
public enum BackendKind {
  LOCAL,
  POSTGRES,
  SQLITE,
  S3,
  DYNAMODB,
  GCS,
  AZBLOB;

  /// The word in runfabric.yml and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind a word names, trimmed and in any case.
  public static Optional<BackendKind> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.word().equals(wanted)).findFirst();
  }

  /// All words, for messages and completion.
  public static List<String> words() {
    return Arrays.stream(values()).map(BackendKind::word).toList();
  }

  @Override
  public String toString() {
    return word();
  }
}
