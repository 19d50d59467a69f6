package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A canary stands for a secret in every place one can be; no problem may sing.
class SecrecyTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service: ${env:CANARY}",
        "service: a ${secret:canary}/b",
        "service: ${env:UNSET,/canary}",
        "service: ${env:UNSET,{ canary",
        "service: a\nbackend: {kind: \"${env:CANARY}\"}",
        "service: a\nbackend: {kind: \"${secret:canary}\"}",
        "service: a\nbackend: {kind: \"${secret:hop}\"}",
        "service: a\nbackend: {kind: \"x${env:UNSET,canary}\"}",
        "service: a\nbackend: {kind: \"postgres://u:canary@h\"}",
        "service: a\nbackend: \"${env:CANARY}\"",
        "service: a\nbackend: postgres://canary@h/db",
        "service: a\nbackend: {kind: postgres, postgresConnectionStringEnv: \"${env:CANARY}\"}",
        "service: a\nbackend: {kind: postgres, postgresConnectionStringEnv: canary=x}",
        "service: a\nbackend: {kind: local, password: canary, s3Bucket: \"${foo:canary}\"}",
        "service: a\nbackend: {kind: sqlite, sqlitePath: \"${env:CANARY}\\0\"}",
        "service: a\nextensions: {statePlugin: \"x-${env:CANARY}\"}",
        "service: a\nstate: {backend: \"${env:CANARY}\"}",
        "service: a\nstate: {lock: {timeoutSeconds: \"${env:CANARY}\"}}",
        "service: a\nstate: {lock: {enabled: \"${secret:canary}\"}}",
        "service: a\nstate: {backend: postgres, postgres: {connectionStringEnv: \"canary;\"}}",
        "service: ${secret:vault}",
        "service: a\nproviders: \"${env:CANARY}\"",
        "service: a\n"
            + "stages: {dev: {backend: \"k=canary\"}, prod: {backend: {kind: \"${env:CANARY}\"}}}",
        "service: a\npassword: 'canary",
        "service: a\npassword: canary: canary",
        "service: a\npassword: *canary",
        "service: a\npassword: {x: canary",
        "service: a\npassword: !!java.canary canary",
        "service: a\npassword: canary\u0001",
        "service: a\npassword: \"\\canary\"",
        "service: a\n\tcanary: x",
        "service: a\n%canary",
        "canary",
        "- canary",
      })
  void noProblemTellsASecret(String text) {
    Workspace workspace =
        new Workspace(folder)
            .yml(
                text
                    + "\nsecrets: {canary: \"canary-1/\", hop: \"secret://canary\","
                    + " vault: \"vault://canary\"}\n")
            .file(".env", "DOTTED=canary\ncanary canary\n")
            .variable("CANARY", "/canary-2")
            .variable("RUNFABRIC_BACKEND", "canary");
    List<Problem> problems = problems(workspace);
    assertThat(problems).isNotEmpty();
    for (Problem problem : problems) {
      // The name of a secret or a variable is no secret; what it holds is.
      String told = problem.toString().replace("${secret:canary}", "").replace("CANARY", "");
      assertThat(told).doesNotContain("canary");
    }
  }

  private static List<Problem> problems(Workspace workspace) {
    try {
      return workspace.load("runfabric.yml").warnings();
    } catch (InvalidProjectException e) {
      assertThat(String.valueOf(e.getMessage())).doesNotContain("canary-");
      assertThat(e.getCause()).isNull();
      return e.problems();
    }
  }
}
