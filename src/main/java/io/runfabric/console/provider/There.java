package io.runfabric.console.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A resource as the provider describes it. What the answer did not say is absent, never empty, so
/// that it is not compared.
///
/// @param environment names of its variables; their values never leave the adapter
/// @param trouble what the provider itself says is wrong with it, such as `its state is Failed`;
///   empty when nothing
/// @param evidence what was seen, for people, such as `last modified 2026-03-01T10:00:00Z`
/// @param unclear what could not be looked at though the resource is there: a thing and the reason
public record There(
    Map<Trait, String> traits,
    Optional<Set<String>> environment,
    Optional<Map<String, String>> tags,
    Optional<List<String>> layers,
    Optional<Instant> modified,
    String trouble,
    List<String> evidence,
    Map<String, String> unclear)
    implements Seen {

  /// Something of which only that it is there is known.
  public static There only(String evidence) {
    return builder().evidence(evidence).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Gathers what an answer says; what it left out may be passed as null.
  public static final class Builder {

    private final Map<Trait, String> traits = new EnumMap<>(Trait.class);
    private Optional<Set<String>> environment = Optional.empty();
    private Optional<Map<String, String>> tags = Optional.empty();
    private Optional<List<String>> layers = Optional.empty();
    private Optional<Instant> modified = Optional.empty();
    private String trouble = "";
    private final List<String> evidence = new ArrayList<>();
    private final Map<String, String> unclear = new TreeMap<>();

    private Builder() {}

    public Builder trait(Trait trait, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        traits.put(trait, value);
      }
      return this;
    }

    public Builder trait(Trait trait, @Nullable Number value) {
      return value == null ? this : trait(trait, Long.toString(value.longValue()));
    }

    /// @param names empty when there certainly are none
    public Builder environment(Collection<String> names) {
      environment = Optional.of(new TreeSet<>(names));
      return this;
    }

    public Builder tags(Map<String, String> all) {
      tags = Optional.of(Map.copyOf(all));
      return this;
    }

    public Builder layers(List<String> all) {
      layers = Optional.of(List.copyOf(all));
      return this;
    }

    public Builder modified(Optional<Instant> time) {
      modified = time;
      return this;
    }

    public Builder trouble(String what) {
      trouble = what;
      return this;
    }

    public Builder evidence(String sentence) {
      evidence.add(sentence);
      return this;
    }

    public Builder unclear(String what, String reason) {
      unclear.put(what, reason);
      return this;
    }

    public There build() {
      return new There(
          Map.copyOf(traits),
          environment,
          tags,
          layers,
          modified,
          trouble,
          List.copyOf(evidence),
          Map.copyOf(unclear));
    }
  }
}
