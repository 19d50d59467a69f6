package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.detail.JsonToken.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "a" : -1.5e+3, | KEY<"a"> SPACE< > PUNCTUATION<:> SPACE< > NUMBER<-1.5e+3> PUNCTUATION<,>
          ["a", true     | PUNCTUATION<[> STRING<"a"> PUNCTUATION<,> SPACE< > LITERAL<true>
          [1]            | PUNCTUATION<[> NUMBER<1> PUNCTUATION<]>
          {null}         | PUNCTUATION<{> LITERAL<null> PUNCTUATION<}>
          falsey         | OTHER<falsey>
          "a\\"b"        | STRING<"a\\"b">
          "a\\\\":       | KEY<"a\\\\"> PUNCTUATION<:>
          "open          | STRING<"open>
          "open\\        | STRING<"open\\>
          @x             | OTHER<@> OTHER<x>
          """)
  void cutsALineByMeaning(String line, String tokens) {
    assertThat(words(line, JsonTokenizer.tokens(line, false))).isEqualTo(tokens);
  }

  @Test
  void aPieceThatStartsWithinAStringGoesOnAsOne() {
    assertThat(words("b\": 1", JsonTokenizer.tokens("b\": 1", true)))
        .isEqualTo("KEY<b\"> PUNCTUATION<:> SPACE< > NUMBER<1>");
    assertThat(words("\", \"c", JsonTokenizer.tokens("\", \"c", true)))
        .isEqualTo("STRING<\"> PUNCTUATION<,> SPACE< > STRING<\"c>");
    assertThat(JsonTokenizer.tokens("", true)).isEmpty();
  }

  @Test
  void tellsWhetherAStringIsOpenAtTheEnd() {
    assertThat(JsonTokenizer.endsInsideString("{\"a", false)).isTrue();
    assertThat(JsonTokenizer.endsInsideString("{\"a\"", false)).isFalse();
    assertThat(JsonTokenizer.endsInsideString("a\\\"", true)).isTrue();
    assertThat(JsonTokenizer.endsInsideString("a\\\\\"", true)).isFalse();
    assertThat(JsonTokenizer.endsInsideString("\\", false)).isFalse();
  }

  @Test
  void everyCharacterIsInExactlyOneTokenAndNoneIsSplit() {
    Random random = new Random(99);
    String[] json = {"\"", "\\", "{", "}", ":", ",", " ", "\t", "1", "-", ".", "e", "true"};
    String[] other = {"é", "😀", "@", "𝒳"};
    for (int run = 0; run < 5_000; run++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        String[] parts = random.nextInt(4) == 0 ? other : json;
        line.append(parts[random.nextInt(parts.length)]);
      }
      int at = 0;
      for (JsonToken token : JsonTokenizer.tokens(line.toString(), random.nextBoolean())) {
        assertThat(token.start()).as(line.toString()).isEqualTo(at);
        assertThat(token.end()).as(line.toString()).isGreaterThan(at);
        at = token.end();
        assertThat(at < line.length() && Character.isLowSurrogate(line.charAt(at)))
            .as("a character is split in " + line)
            .isFalse();
      }
      assertThat(at).as(line.toString()).isEqualTo(line.length());
    }
  }

  @Test
  void keysAndStringsOfADocumentAreToldApart() {
    List<Kind> kinds =
        JsonTokenizer.tokens("{\"key\": \"value: not a key\"}", false).stream()
            .map(JsonToken::kind)
            .toList();

    assertThat(kinds)
        .containsExactly(
            Kind.PUNCTUATION,
            Kind.KEY,
            Kind.PUNCTUATION,
            Kind.SPACE,
            Kind.STRING,
            Kind.PUNCTUATION);
  }

  private static String words(String line, List<JsonToken> tokens) {
    return String.join(
        " ",
        tokens.stream()
            .map(token -> token.kind() + "<" + line.substring(token.start(), token.end()) + ">")
            .toList());
  }
}
