package io.runfabric.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellWordsTest {

  @Test
  void plainWordsStayPlain() {
    assertThat(
            ShellWords.line(
                List.of("runfabric-console", "show", "-c", "a/b.yml", "--stage=dev", "x@y:1")))
        .isEqualTo("runfabric-console show -c a/b.yml --stage=dev x@y:1");
  }

  @Test
  void whatAShellWouldReadIsQuoted() {
    assertThat(ShellWords.line(List.of("", "a b", "$HOME", "~", "it's", "=x", "*")))
        .isEqualTo("'' 'a b' '$HOME' '~' 'it'\\''s' '=x' '*'");
  }

  @Test
  void aLineIsTakenApartAgain() {
    List<String> words = List.of("", "a b", "$HOME", "it's", "=x", "", "plain", "back\\slash");

    assertThat(ShellWords.split(ShellWords.line(words))).isEqualTo(words);
    assertThat(ShellWords.split("")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsExactlyTheseWords() throws Exception {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        word.append((char) (random.nextInt(8) == 0 ? '\n' : ' ' + random.nextInt(95)));
      }
      words.add(word + "|");
    }

    Process shell =
        new ProcessBuilder("sh", "-c", "printf '%s\\0' " + ShellWords.line(words))
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(List.of(output.split("\0"))).isEqualTo(words);
  }
}
