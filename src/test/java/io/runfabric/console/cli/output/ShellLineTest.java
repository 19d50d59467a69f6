package io.runfabric.console.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellLineTest {

  @Test
  void wordsThatAShellWouldTakeApartAreQuoted() {
    assertThat(
            ShellLine.of(List.of("lock", "hold", "--reason", "it's $HOME; rm *", "-c", "a/b.yml")))
        .isEqualTo("runfabric-console lock hold --reason 'it'\\''s $HOME; rm *' -c a/b.yml");
    assertThat(ShellLine.of(List.of(""))).isEqualTo("runfabric-console ''");
  }

  @Test
  void whatFollowsASensitiveOptionIsHidden() {
    assertThat(ShellLine.of(List.of("state", "unlock", "--lock-id", "canary", "--yes")))
        .isEqualTo("runfabric-console state unlock --lock-id '[REDACTED]' --yes");
    assertThat(ShellLine.of(List.of("--lock-id=canary", "--passphrase=canary")))
        .isEqualTo("runfabric-console '--lock-id=[REDACTED]' '--passphrase=[REDACTED]'");
    assertThat(ShellLine.of(List.of("--show-secrets", "--stage", "dev")))
        .isEqualTo("runfabric-console --show-secrets --stage dev");
  }

  @Test
  void credentialsWithinAWordAreHidden() {
    assertThat(ShellLine.of(List.of("--to", "postgres://ada:canary@db/state")))
        .doesNotContain("canary")
        .contains("postgres://ada");
  }
}
