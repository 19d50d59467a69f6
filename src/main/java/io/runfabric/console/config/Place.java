package io.runfabric.console.config;

import org.yaml.snakeyaml.error.Mark;

/// A position in a text, both numbers from 1.
record Place(int line, int column) {

  /// The file as a whole.
  static final Place FILE = new Place(0, 0);

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /// The position of a character, counted from 0, in a text.
  static Place of(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, offset - start + 1);
  }
}
