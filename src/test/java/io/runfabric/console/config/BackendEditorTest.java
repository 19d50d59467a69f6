package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendEditorTest {

  private static final Map<String, String> POSTGRES =
      ordered("kind", "postgres", "postgresConnectionStringEnv", "STATE_URL");

  @Test
  void theNewKindsKeysFollowKindAndTheOldOnesAreCommentedOut() throws Exception {
    assertThat(
            edited(
                """
                # The shop.
                service: shop   # a name

                backend: # where the state is
                    # one file for all stages
                    kind: "sqlite" # for now
                    sqlitePath: state.db   # beside this file

                    ours: 1
                provider:
                  name: aws-lambda
                """,
                POSTGRES))
        .isEqualTo(
            """
            # The shop.
            service: shop   # a name

            backend: # where the state is
                # one file for all stages
                kind: "postgres" # for now
                postgresConnectionStringEnv: STATE_URL
                # sqlitePath: state.db   # beside this file

                ours: 1
            provider:
              name: aws-lambda
            """);
  }

  @Test
  void aValueIsChangedWhereItStands() throws Exception {
    assertThat(
            edited(
                "service: a\nbackend:\n  postgresConnectionStringEnv: 'OLD'\n  kind: local\n",
                POSTGRES))
        .isEqualTo(
            "service: a\nbackend:\n  postgresConnectionStringEnv: 'STATE_URL'\n  kind: postgres\n");
  }

  @Test
  void aFileWithoutTheBlockGetsOneAfterTheService() throws Exception {
    assertThat(edited("service: a # x\nprovider:\n    name: b\n", POSTGRES))
        .isEqualTo(
            "service: a # x\nbackend:\n    kind: postgres\n"
                + "    postgresConnectionStringEnv: STATE_URL\nprovider:\n    name: b\n");
    assertThat(edited("service: a", Map.of("kind", "local")))
        .isEqualTo("service: a\nbackend:\n  kind: local");
  }

  @Test
  void anEmptyBlockIsFilled() throws Exception {
    assertThat(edited("backend: # none yet\nservice: a\n", Map.of("kind", "local")))
        .isEqualTo("backend: # none yet\n  kind: local\nservice: a\n");
  }

  @Test
  void aStagesOverrideIsEditedAlone() throws Exception {
    String text =
        "service: a\nbackend:\n  kind: local\nstages:\n  prod:\n    backend:\n"
            + "      kind: s3\n      s3Bucket: b\n  dev:\n    provider: c\n";

    assertThat(BackendEditor.overridden(text, "prod")).isTrue();
    assertThat(BackendEditor.overridden(text, "dev")).isFalse();
    assertThat(BackendEditor.edited(text, new BackendChange(Optional.of("prod"), POSTGRES)))
        .isEqualTo(
            "service: a\nbackend:\n  kind: local\nstages:\n  prod:\n    backend:\n"
                + "      kind: postgres\n      postgresConnectionStringEnv: STATE_URL\n"
                + "      # s3Bucket: b\n  dev:\n    provider: c\n");
    assertThat(
            BackendEditor.edited(
                text, new BackendChange(Optional.of("dev"), Map.of("kind", "gcs"))))
        .contains("  dev:\n    backend:\n      kind: gcs\n    provider: c\n");
  }

  @Test
  void windowsLineEndsStay() throws Exception {
    assertThat(edited("service: a\r\nbackend:\r\n  kind: local\r\n  #\ttab\r\n", POSTGRES))
        .isEqualTo(
            "service: a\r\nbackend:\r\n  kind: postgres\r\n"
                + "  postgresConnectionStringEnv: STATE_URL\r\n  #\ttab\r\n");
  }

  @Test
  void aValueOfSeveralLinesIsCommentedOutWhole() throws Exception {
    assertThat(
            edited(
                "service: a\n"
                    + "backend:\n"
                    + "  kind: >-\n"
                    + "    local\n"
                    + "  s3Bucket: |\n"
                    + "    x\n\n"
                    + "    y\n"
                    + "  s3Prefix: p\n",
                Map.of("kind", "local")))
        .isEqualTo(
            "service: a\nbackend:\n  # kind: >-\n  #   local\n  kind: local\n"
                + "  # s3Bucket: |\n  #   x\n\n  #   y\n  # s3Prefix: p\n");
  }

  @Test
  void textThatYamlWouldTakeForSomethingElseIsQuoted() throws Exception {
    Map<String, String> odd =
        ordered(
            "kind", "s3", "s3Bucket", "4711", "s3Prefix", "a: #b's ${env:X}", "lockTable", "ä\tb");

    String after = edited("service: a\nbackend:\n  kind: local\n", odd);

    assertThat(after)
        .contains("  s3Bucket: '4711'\n")
        .contains("  s3Prefix: 'a: #b''s ${env:X}'\n")
        .contains("  lockTable: \"ä\\U00000009b\"\n");
  }

  @Test
  void whatCannotBeEditedSafelyIsRefusedWithItsPlace() {
    for (String text :
        new String[] {
          "service: a\nbackend: {kind: local}\n",
          "{service: a}\n",
          "service: a\nbackend: &b\n  kind: local\nother: *b\n",
          "service: a\nx: &x\n  kind: local\nbackend: *x\n",
          "service: a\nx: &x\n  kind: local\nbackend:\n  <<: *x\n  ours: 1\n",
          "service: a\nx: &x local\nbackend:\n  kind: *x\n",
          "service: a\nbackend:\n  ? kind\n  : local\n",
          "service: a\nbackend: local\n",
          "service: a\n---\nservice: b\n",
          "service: a\nservice: b\n",
          "- a\n",
          ""
        }) {
      assertThatThrownBy(() -> edited(text, POSTGRES))
          .as(text)
          .isInstanceOfSatisfying(
              UneditableException.class, e -> assertThat(e.sentence()).isNotBlank());
    }
    assertThatThrownBy(() ->
            BackendEditor.edited(
                "service: a\nstages:\n  dev: &d\n    x: 1\n  prod: *d\n",
                new BackendChange(Optional.of("prod"), POSTGRES)))
        .isInstanceOf(UneditableException.class)
        .hasMessageContaining("line 5");
    assertThatThrownBy(() ->
            BackendEditor.edited("service: a\n", new BackendChange(Optional.of("prod"), POSTGRES)))
        .isInstanceOf(UneditableException.class)
        .hasMessageContaining("stages: prod:");
  }

  private static String edited(String text, Map<String, String> keys) throws UneditableException {
    return BackendEditor.edited(text, new BackendChange(Optional.empty(), keys));
  }

  static Map<String, String> ordered(String... words) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      keys.put(words[i], words[i + 1]);
    }
    return keys;
  }
}
