package io.runfabric.console.operation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteTapeTest {

  private static byte[] sample(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  @Test
  void theBytesBetweenTwoPlacesAreHadAlsoAfterOthersAreForgotten() throws Exception {
    byte[] all = sample(200_000);
    try (ByteTape tape = new ByteTape(new ByteArrayInputStream(all))) {
      assertThat(tape.read()).isEqualTo(all[0] & 0xff);
      int at = 1;
      while (at < all.length) {
        int read = tape.read(new byte[7_000], 0, 7_000);
        int before = Math.max(0, at - 100);
        at += read;
        assertThat(tape.between(before, at)).isEqualTo(Arrays.copyOfRange(all, before, at));
        tape.forget(at - 100);
        assertThat(tape.between(at - 100, at)).isEqualTo(Arrays.copyOfRange(all, at - 100, at));
      }
      assertThat(tape.read()).isEqualTo(-1);
      assertThat(tape.read(new byte[1], 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  void whatIsForgottenLateIsStillThereUntilItFreesMoreThanItMoves() throws Exception {
    byte[] all = sample(10);
    try (ByteTape tape = new ByteTape(new ByteArrayInputStream(all))) {
      assertThat(tape.readNBytes(10)).isEqualTo(all);
      tape.forget(5);
      assertThat(tape.between(0, 10)).isEqualTo(all);
      tape.forget(6);
      assertThat(tape.between(6, 10)).isEqualTo(new byte[] {all[6], all[7], all[8], all[9]});
    }
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{},true",
        "{ ,true",
        " {,true",
        "'\n{',true",
        "'\r\n',true",
        "\t{,true",
        "{,false",
        "'',false",
        "[],false",
        "age,false",
        "a{,false",
      })
  void onlyWhatMayBeAnObjectInUtf8StartsAsJson(String start, boolean json) throws Exception {
    assertThat(startsAsJson(start.getBytes(StandardCharsets.UTF_8))).isEqualTo(json);
  }

  @Test
  void utf16IsNot() throws Exception {
    assertThat(startsAsJson("{}".getBytes(StandardCharsets.UTF_16LE))).isFalse();
    assertThat(startsAsJson("{}".getBytes(StandardCharsets.UTF_16BE))).isFalse();
  }

  private static boolean startsAsJson(byte[] bytes) throws Exception {
    try (ByteTape tape = new ByteTape(new ByteArrayInputStream(bytes))) {
      var _ = tape.readNBytes(bytes.length);
      return tape.startsAsJson();
    }
  }
}
