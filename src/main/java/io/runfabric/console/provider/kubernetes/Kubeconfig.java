package io.runfabric.console.provider.kubernetes;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.provider.CloudAccess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that kubectl would read, as one: of each name the first counts
/// (`kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig`).
record Kubeconfig(
    Map<String, KubeEntry> clusters,
    Map<String, KubeEntry> users,
    Map<String, KubeEntry> contexts,
    String current) {

  private static final String VARIABLE = "KUBECONFIG";
  private static final String REMEDY =
      "set " + VARIABLE + " to a kubeconfig, or put one at ~/.kube/config";

  /// Where requests go and who asks.
  record Context(String name, KubeEntry cluster, KubeEntry user) {}

  /// @throws BackendException with [Code#DENIED] when there is none, and [Code#INVALID] when one
  ///   cannot be understood
  static Kubeconfig read(CloudAccess access) throws BackendException {
    Kubeconfig merged = new Kubeconfig(new HashMap<>(), new HashMap<>(), new HashMap<>(), "");
    boolean any = false;
    for (Path file : files(access)) {
      if (Files.exists(file)) {
        any = true;
        merged = merged.with(KubeEntry.read(file, access.own(VARIABLE)));
      }
    }
    if (any) {
      return merged;
    }
    throw new BackendException(
        Code.DENIED, "cannot look into Kubernetes: there is no kubeconfig", REMEDY);
  }

  private static List<Path> files(CloudAccess access) throws BackendException {
    Optional<String> named = access.variable(VARIABLE);
    if (named.isEmpty()) {
      return List.of(Path.of(System.getProperty("user.home", ""), ".kube", "config"));
    }
    List<Path> files = new ArrayList<>();
    try {
      for (String file : named.get().split(File.pathSeparator, -1)) {
        if (!file.isBlank()) {
          files.add(access.folder().resolve(file.strip()));
        }
      }
    } catch (InvalidPathException _) {
      throw new BackendException(Code.INVALID, VARIABLE + " holds what is no path", REMEDY);
    }
    return files;
  }

  private Kubeconfig with(KubeEntry file) throws BackendException {
    merge(file, "clusters", "cluster", clusters);
    merge(file, "users", "user", users);
    merge(file, "contexts", "context", contexts);
    return new Kubeconfig(
        clusters, users, contexts, current.isEmpty() ? file.text("current-context") : current);
  }

  private static void merge(
      KubeEntry file, String list, String element, Map<String, KubeEntry> into)
      throws BackendException {
    for (KubeEntry named : file.list(list)) {
      into.putIfAbsent(named.text("name"), named.entry(element));
    }
  }

  /// @param wanted the name that a receipt gives; empty for the current one
  /// @throws BackendException with [Code#INVALID] when there is no such context, or when it leads
  ///   nowhere
  Context context(String wanted) throws BackendException {
    String name = wanted.isEmpty() ? current : wanted;
    KubeEntry context = contexts.get(name);
    if (context == null) {
      throw new BackendException(
          Code.INVALID,
          wanted.isEmpty()
              ? "the kubeconfig has no current context"
              : "the kubeconfig has no context as outputs.context of the receipt names it",
          "see 'kubectl config get-contexts'; " + REMEDY);
    }
    KubeEntry cluster = clusters.get(context.text("cluster"));
    String user = context.text("user");
    if (cluster == null || (!user.isEmpty() && !users.containsKey(user))) {
      throw new BackendException(
          Code.INVALID,
          "the kubeconfig's context names a cluster or a user that is not there",
          "see 'kubectl config view'");
    }
    return new Context(
        name, cluster, Optional.ofNullable(users.get(user)).orElseGet(context::nothing));
  }
}
