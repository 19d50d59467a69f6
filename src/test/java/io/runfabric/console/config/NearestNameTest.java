package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN = List.of("kind", "s3Bucket", "gcsBucket", "lockTable");

  @ParameterizedTest
  @CsvSource({
    "knd, kind",
    "KIND, kind",
    "kindd, kind",
    "iknd, kind",
    "gcsbucket, gcsBucket",
    "s3bukcet, s3Bucket",
    "locktabel, lockTable"
  })
  void misspeltNameFindsTheOneMeant(String written, String meant) {
    assertThat(NearestName.to(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"region", "x", "''", "lock", "kkkkkkkk"})
  void anotherNameFindsNone(String written) {
    assertThat(NearestName.to(written, KNOWN)).isEmpty();
  }

  @Test
  void theNearestOfSeveralIsMeant() {
    assertThat(NearestName.to("prod", List.of("proud", "pro", "prod2", "prod"))).contains("prod");
    assertThat(NearestName.to("stagging", List.of("staging2", "staging"))).contains("staging");
    assertThat(NearestName.to("abcdefg", List.of("abcdefghi", "abcdefgh"))).contains("abcdefgh");
    assertThat(NearestName.to("abcdefghi", List.of("abcdefxyz"))).contains("abcdefxyz");
    assertThat(NearestName.to("abcdefghi", List.of("abcdefxyz"), 2)).isEmpty();
    assertThat(NearestName.to("n".repeat(64), List.of("n".repeat(64)))).isPresent();
  }

  @Test
  void longNamesAreNotCompared() {
    assertThat(NearestName.to("k".repeat(1_000_000), KNOWN)).isEmpty();
    assertThat(NearestName.to("kind", List.of("k".repeat(1_000_000)))).isEmpty();
  }
}
