package io.runfabric.console.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `provider:`, or engine 1's `providers:` and `runtime`. Without a block the first of `providers:`
/// is the provider.
///
/// @param region with its origin
record ProviderBlock(Project.Provider provider, Value region, List<String> names) {

  /// @param top the top level of the file
  /// @param region whether something asks for the region
  static ProviderBlock resolve(Block block, Block top, Weight region, Surroundings around) {
    List<Value> listed = top.field("providers").map(all -> listed(all, around)).orElse(List.of());
    Value first = listed.isEmpty() ? Value.none() : listed.getFirst();
    Value name = read(block, "name", Weight.NEEDED, around).orElse(first);
    Value runtime =
        read(block, "runtime", Weight.IDLE, around)
            .or(() -> read(top, "runtime", Weight.IDLE, around))
            .orElseGet(Value::none);
    Value place =
        read(block, "region", region, around)
            .or(() -> around.variable("AWS_REGION"))
            .or(() -> around.variable("AWS_DEFAULT_REGION"))
            .orElseGet(() -> Value.standard("us-east-1"));
    around.list("provider.name", name);
    around.list("provider.runtime", runtime);
    around.list("provider.region", place);
    List<String> names =
        (listed.isEmpty() ? List.of(name) : listed)
            .stream().map(Value::text).filter(text -> !text.isEmpty()).distinct().toList();
    return new ProviderBlock(
        new Project.Provider(name.text(), runtime.text(), place.text()), place, names);
  }

  private static Optional<Value> read(Block block, String key, Weight weight, Surroundings around) {
    return block
        .field(key)
        .map(field -> around.texts().read(field, weight))
        .filter(value -> !value.isEmpty());
  }

  /// The names of engine 1's list; an element may be a mapping with a `name`.
  private static List<Value> listed(Field field, Surroundings around) {
    Optional<List<YamlNode>> elements = field.value().elements();
    if (elements.isEmpty()) {
      around
          .problems()
          .error(
              field.place(),
              field.key(),
              field.value().text().map(Excerpt::of).orElse(field.value().description()),
              "this must be a list of names, not " + field.value().description(),
              "write `providers: [aws-lambda]`");
    }
    List<Value> names = new ArrayList<>();
    for (YamlNode element : elements.orElse(List.of())) {
      YamlNode name = element.mapping().flatMap(keys -> keys.value("name")).orElse(element);
      Field named = new Field(field.key(), name, false);
      names.add(around.texts().read(named, Weight.NEEDED));
    }
    return names;
  }
}
