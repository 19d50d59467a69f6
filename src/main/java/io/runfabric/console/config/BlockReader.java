package io.runfabric.console.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the keys of one block that are in effect, each with its fall-backs, and lists them as
/// settings. A key that is absent or resolves to blank falls back to the variables given, then to
/// the default.
final class BlockReader {

  private final Block block;
  private final Surroundings around;
  private final Set<String> read = new HashSet<>();

  BlockReader(Block block, Surroundings around) {
    this.block = block;
    this.around = around;
  }

  String text(String key, String standard, String... variables) {
    return textOr(key, Value.standard(standard), variables).text();
  }

  /// @param standard a value with an origin of its own
  Value textOr(String key, Value standard, String... variables) {
    Value value = find(key, variables);
    return listed(key, value.isEmpty() ? standard : value);
  }

  Optional<String> optional(String key, String... variables) {
    Value value = find(key, variables);
    return value.isEmpty() ? Optional.empty() : Optional.of(listed(key, value).text());
  }

  /// @param why where the need comes from, such as `the s3 backend needs a bucket`
  /// @return empty text after an error
  String required(String key, Place place, String why, String... variables) {
    Value value = find(key, variables);
    if (value.isUnusable()) {
      return "";
    }
    if (value.isEmpty()) {
      Optional<Field> field = block.field(key);
      String or = variables.length == 0 ? "" : ", or set the variable " + variables[0];
      around
          .problems()
          .error(
              field.map(Field::place).orElse(place),
              key(key),
              field.flatMap(found -> found.value().text()).map(Excerpt::of).orElse(""),
              field.isPresent() ? why + ", and this resolves to nothing" : why,
              "write `" + key + ": <name>` under `" + block.path() + ":`" + or);
      return "";
    }
    return listed(key, value).text();
  }

  /// The name of a variable that holds a connection string; the string itself is an error.
  String variableName(String key, String standard) {
    Value value = find(key).or(standard);
    if (!Interpolation.isVariableName(value.text())) {
      around
          .problems()
          .error(
              value.place(),
              key(key),
              Excerpt.withheld(value.text()),
              "this must be the name of the variable that holds the connection string",
              "put the connection string into a variable such as "
                  + standard
                  + " and write `"
                  + key
                  + ": "
                  + standard
                  + "`");
      return standard;
    }
    return listed(key, value).text();
  }

  /// An absolute path; a relative one counts from the project's folder.
  Path path(String key, String standard) {
    Value value = find(key).or(standard);
    try {
      Path path = around.folder().resolve(value.text()).normalize();
      listed(key, new Value(path.toString(), value.origin(), value.secret(), value.place(), ""));
      return path;
    } catch (InvalidPathException _) {
      around
          .problems()
          .error(
              value.place(),
              key(key),
              value.shown(),
              "this is not a path on this system",
              "write a path such as `" + standard + "`");
      return around.folder();
    }
  }

  /// Checks what is in the block beyond the keys read: values nobody asks for, unknown keys.
  ///
  /// @param seen keys that somebody else has read
  void checkRest(KnownKeys known, String... seen) {
    read.addAll(List.of(seen));
    for (String key : known.names()) {
      if (!read.contains(key)) {
        block.field(key).ifPresent(field -> around.texts().read(field, Weight.IDLE));
      }
    }
    known.warnOfOthers(block, around.problems());
  }

  /// The dotted path of a key of the block.
  String key(String name) {
    return block.path() + "." + name;
  }

  Value find(String key, String... variables) {
    read.add(key);
    Optional<Field> field = block.field(key);
    Value value =
        field.map(found -> around.texts().read(found, Weight.NEEDED)).orElseGet(Value::none);
    if (!value.isEmpty() || value.isUnusable()) {
      return value;
    }
    return List.of(variables).stream()
        .flatMap(name -> around.variable(name).stream())
        .findFirst()
        .orElse(value);
  }

  Value listed(String key, Value value) {
    around.list(key(key), value);
    return value;
  }
}
