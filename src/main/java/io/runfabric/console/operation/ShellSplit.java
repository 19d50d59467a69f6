package io.runfabric.console.operation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes a line apart that [ShellWords] wrote.
final class ShellSplit {

  private final byte[] line;
  private final ByteArrayOutputStream word = new ByteArrayOutputStream();
  private final List<String> words = new ArrayList<>();
  private boolean begun;
  private int at;

  ShellSplit(String line) {
    this.line = line.getBytes(StandardCharsets.UTF_8);
  }

  List<String> words() {
    while (at < line.length) {
      if (next('$', '\'')) {
        at += 2;
        escaped();
      } else if (next('\'')) {
        at++;
        quoted();
      } else if (next('\\') && at + 1 < line.length) {
        word.write(line[at + 1]);
        at += 2;
        begun = true;
      } else if (next(' ')) {
        at++;
        end();
      } else {
        word.write(line[at++]);
        begun = true;
      }
    }
    end();
    return List.copyOf(words);
  }

  private void quoted() {
    begun = true;
    while (at < line.length && !next('\'')) {
      word.write(line[at++]);
    }
    at++;
  }

  private void escaped() {
    begun = true;
    while (at < line.length && !next('\'')) {
      if (!next('\\') || at + 1 == line.length) {
        word.write(line[at++]);
      } else if (octal(1) && octal(2) && octal(3)) {
        word.write(digit(1) << 6 | digit(2) << 3 | digit(3));
        at += 4;
      } else {
        word.write(line[at + 1]);
        at += 2;
      }
    }
    at++;
  }

  private void end() {
    if (begun) {
      words.add(word.toString(StandardCharsets.UTF_8));
    }
    word.reset();
    begun = false;
  }

  private boolean octal(int ahead) {
    return at + ahead < line.length && digit(ahead) >= 0 && digit(ahead) < 8;
  }

  private int digit(int ahead) {
    return line[at + ahead] - '0';
  }

  private boolean next(char... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (at + i >= line.length || line[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
