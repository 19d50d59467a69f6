package io.runfabric.console.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where Jazzer comes in: the target that `-Dfuzz.target` names takes every input it makes.
public final class FuzzEntry {

  private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target"));
  private static final Path FOLDER = folder();

  private FuzzEntry() {}

  /// Called by Jazzer. Whatever it throws is a finding.
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    TARGET.take(input, FOLDER);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
