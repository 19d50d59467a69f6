package io.runfabric.console.provider.kubernetes;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// A mapping of a kubeconfig. Nothing of what it holds is ever quoted.
///
/// @param file it stands in, whose folder relative paths start from
/// @param own whether the user's own environment leads there, so that it may run programs and name
///   any file; else only what lies beside it
record KubeEntry(Map<?, ?> fields, Path file, boolean own) {

  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int DEEPEST_NESTING = 64;
  private static final int MOST_ALIASES = 500;

  /// The top level of a file.
  static KubeEntry read(Path file, boolean own) throws BackendException {
    KubeEntry nothing = new KubeEntry(Map.of(), file, own);
    String text = new String(nothing.content(file), StandardCharsets.UTF_8);
    try {
      Object root = yaml().load(text);
      if (root instanceof Map<?, ?> fields) {
        return new KubeEntry(fields, file, own);
      }
    } catch (YAMLException | StackOverflowError _) {
      // Told below; the exception quotes the file, which holds keys.
    }
    throw nothing.invalid("it is no YAML with keys and values");
  }

  private static Yaml yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(DEEPEST_NESTING);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    limits.setCodePointLimit(LARGEST + 1);
    limits.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    return new Yaml(new Untagged(limits), new Representer(dumping), dumping, limits, new Texts());
  }

  /// No tag makes anything but texts, lists and mappings: a number of a million digits takes long.
  private static final class Untagged extends SafeConstructor {

    Untagged(LoaderOptions limits) {
      super(limits);
      for (Tag tag :
          List.of(
              Tag.INT,
              Tag.FLOAT,
              Tag.BOOL,
              Tag.TIMESTAMP,
              Tag.BINARY,
              Tag.SET,
              Tag.OMAP,
              Tag.PAIRS)) {
        yamlConstructors.put(tag, undefinedConstructor);
      }
    }
  }

  /// Every plain value is a text: a token of digits is no number.
  private static final class Texts extends Resolver {

    @Override
    protected void addImplicitResolvers() {}
  }

  KubeEntry nothing() {
    return new KubeEntry(Map.of(), file, own);
  }

  boolean has(String field) {
    Object value = fields.get(field);
    return value != null && !(value instanceof String text && absent(text));
  }

  private static boolean absent(String text) {
    return text.isBlank() || text.equals("null") || text.equals("~");
  }

  /// @return empty when absent
  String text(String field) throws BackendException {
    if (!has(field)) {
      return "";
    }
    if (fields.get(field) instanceof String text) {
      return text.strip();
    }
    throw invalid(field + " is no text");
  }

  boolean flag(String field) throws BackendException {
    return Boolean.parseBoolean(text(field));
  }

  /// @return one without fields when absent
  KubeEntry entry(String field) throws BackendException {
    return has(field) ? entry(field, fields.get(field)) : nothing();
  }

  List<KubeEntry> list(String field) throws BackendException {
    List<KubeEntry> entries = new ArrayList<>();
    for (Object element : elements(field)) {
      entries.add(entry(field, element));
    }
    return entries;
  }

  List<String> texts(String field) throws BackendException {
    List<String> texts = new ArrayList<>();
    for (Object element : elements(field)) {
      if (!(element instanceof String text)) {
        throw invalid(field + " holds what is no text");
      }
      texts.add(text);
    }
    return texts;
  }

  /// The content that is in a field with `-data` at its end, as Base64, or else in a file.
  Optional<byte[]> data(String field) throws BackendException {
    if (has(field + "-data")) {
      try {
        return Optional.of(Base64.getMimeDecoder().decode(text(field + "-data")));
      } catch (IllegalArgumentException _) {
        throw invalid(field + "-data is no Base64");
      }
    }
    return has(field) ? Optional.of(named(field)) : Optional.empty();
  }

  /// The content of the file that a field names.
  byte[] named(String field) throws BackendException {
    Path named;
    try {
      named = file.resolveSibling(text(field));
    } catch (InvalidPathException _) {
      throw invalid(field + " is no path");
    }
    if (!own && !beside(named)) {
      throw invalid(field + " leads out of its folder, and .env names the kubeconfig");
    }
    return content(named);
  }

  private boolean beside(Path named) throws BackendException {
    try {
      return named.toRealPath().startsWith(file.toRealPath().resolveSibling(""));
    } catch (IOException _) {
      throw invalid("a file that it names cannot be read");
    }
  }

  private byte[] content(Path path) throws BackendException {
    try {
      if (Files.size(path) <= LARGEST) {
        return Files.readAllBytes(path);
      }
    } catch (IOException _) {
      // Told below, like a file that is too large.
    }
    throw invalid((path.equals(file) ? "it" : "a file that it names") + " cannot be read");
  }

  private List<?> elements(String field) throws BackendException {
    if (!has(field)) {
      return List.of();
    }
    if (fields.get(field) instanceof List<?> elements) {
      return elements;
    }
    throw invalid(field + " is no list");
  }

  private KubeEntry entry(String field, @Nullable Object value) throws BackendException {
    if (value instanceof Map<?, ?> inner) {
      return new KubeEntry(inner, file, own);
    }
    throw invalid(field + " is no mapping");
  }

  /// The error for a kubeconfig that says what it cannot.
  BackendException invalid(String what) {
    return new BackendException(
        Code.INVALID,
        "the kubeconfig " + file + " cannot be used: " + what,
        "see 'kubectl config view', or set KUBECONFIG to another");
  }

  /// Shown without what it holds.
  @Override
  public String toString() {
    return "KubeEntry[" + file + "]";
  }
}
