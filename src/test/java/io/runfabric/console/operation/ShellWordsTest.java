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
  void whatIsNotSeenIsWrittenByItsNumber() {
    assertThat(ShellWords.line(List.of("a\nb", "\u001b]52;it's\\", "\u202ex", "pro\u200bd7")))
        .isEqualTo("$'a\\012b' $'\\033]52;it\\'s\\\\' $'\\342\\200\\256x' $'pro\\342\\200\\213d7'");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsExactlyTheseWords() throws Exception {
    assertThat(read("sh", words(' ', 95))).isEqualTo(words(' ', 95));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void alsoWhatIsNotSeen() throws Exception {
    assertThat(read("bash", words(1, 0x2100))).isEqualTo(words(1, 0x2100));
    assertThat(ShellWords.split(ShellWords.line(words(1, 0x2100)))).isEqualTo(words(1, 0x2100));
  }

  private static List<String> words(int first, int count) {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        word.appendCodePoint(first + random.nextInt(random.nextBoolean() ? 95 : count));
      }
      words.add(word + "|");
    }
    return words;
  }

  private static List<String> read(String shell, List<String> words) throws Exception {
    Process process =
        new ProcessBuilder(shell, "-c", "printf '%s\\0' " + ShellWords.line(words))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return List.of(output.split("\0"));
  }
}
