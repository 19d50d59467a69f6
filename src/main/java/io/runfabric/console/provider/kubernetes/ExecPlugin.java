package io.runfabric.console.provider.kubernetes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.TimeLimit;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// A program that the user's own kubeconfig names and that prints a token
/// (`kubernetes.io/docs/reference/access-authn-authz/authentication#client-go-credential-plugins`).
/// What it prints is read and never shown. Safe for use by several threads.
final class ExecPlugin {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final int LARGEST = 1024 * 1024;
  private static final String GROUP = "client.authentication.k8s.io/";
  private static final Set<String> VERSIONS = Set.of(GROUP + "v1", GROUP + "v1beta1");

  /// @param until when it is good for nothing any more, if that is told
  private record Token(String text, Optional<Instant> until) {

    boolean lasts() {
      return until.isEmpty() || until.get().isAfter(Instant.now().plus(EARLY));
    }
  }

  private final KubeEntry exec;
  private final KubeEntry cluster;
  private Optional<Token> token = Optional.empty();

  private ExecPlugin(KubeEntry exec, KubeEntry cluster) {
    this.exec = exec;
    this.cluster = cluster;
  }

  /// @throws BackendException with [Code#INVALID] when it cannot be run, or must not
  static ExecPlugin of(Kubeconfig.Context context) throws BackendException {
    KubeEntry exec = context.user().entry("exec");
    if (!exec.own()) {
      throw exec.invalid("it names a program to run, and .env names the kubeconfig");
    }
    if (exec.text("command").isEmpty()) {
      throw exec.invalid("exec names no command");
    }
    if (!VERSIONS.contains(exec.text("apiVersion"))) {
      throw exec.invalid("exec has an apiVersion other than v1 and v1beta1");
    }
    if (exec.text("interactiveMode").equals("Always")) {
      throw exec.invalid("its program asks questions (interactiveMode: Always)");
    }
    return new ExecPlugin(exec, context.cluster());
  }

  /// A token that is still good; the program runs again once it is not.
  synchronized String token() throws BackendException {
    if (token.filter(Token::lasts).isEmpty()) {
      token = Optional.of(fresh());
    }
    return token.orElseThrow().text();
  }

  private Token fresh() throws BackendException {
    ObjectNode status;
    try {
      status = Json.object(run()).withObject("/status");
    } catch (UnreadableDocumentException | UnsupportedOperationException _) {
      throw failed("it printed no ExecCredential");
    }
    String text = status.path("token").asText().strip();
    if (text.isEmpty()) {
      throw failed("it gave no token; client certificates of plugins are not used");
    }
    return new Token(text, Timestamps.parse(status.path("expirationTimestamp").asText()));
  }

  private byte[] run() throws BackendException {
    Process process;
    try {
      process = builder().start();
    } catch (IOException _) {
      throw failed("it cannot be started");
    }
    try {
      return TimeLimit.within(LIMIT, () -> printed(process));
    } catch (TimeoutException _) {
      throw failed("it took longer than " + LIMIT.toSeconds() + " s");
    } catch (ExecutionException _) {
      throw failed("it failed");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] printed(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readNBytes(LARGEST);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("exit code " + code);
    }
    return out;
  }

  private ProcessBuilder builder() throws BackendException {
    List<String> command = new ArrayList<>();
    command.add(command());
    command.addAll(exec.texts("args"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("KUBERNETES_EXEC_INFO", info().toString());
    for (KubeEntry variable : exec.list("env")) {
      builder.environment().put(variable.text("name"), variable.text("value"));
    }
    return builder;
  }

  // With a separator it is a path, which starts from the kubeconfig's folder.
  private String command() throws BackendException {
    String command = exec.text("command");
    return command.contains("/") || command.contains("\\")
        ? exec.file().resolveSibling(command).toString()
        : command;
  }

  private ObjectNode info() throws BackendException {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("apiVersion", exec.text("apiVersion")).put("kind", "ExecCredential");
    ObjectNode spec = info.putObject("spec").put("interactive", false);
    if (exec.flag("provideClusterInfo")) {
      ObjectNode told = spec.putObject("cluster").put("server", cluster.text("server"));
      if (cluster.has("certificate-authority-data")) {
        told.put("certificate-authority-data", cluster.text("certificate-authority-data"));
      }
    }
    return info;
  }

  private static BackendException failed(String what) {
    return new BackendException(
        Code.DENIED,
        "cannot sign in to Kubernetes with the kubeconfig's program: " + what,
        "see what 'kubectl auth whoami' says");
  }
}
