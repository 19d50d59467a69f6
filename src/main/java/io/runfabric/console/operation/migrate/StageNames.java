package io.runfabric.console.operation.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Names of stages within names of buckets, tables, hosts and databases.
final class StageNames {

  private static final List<Set<String>> USUAL =
      List.of(
          Set.of("dev", "devel", "development"),
          Set.of("test", "testing", "tst", "qa", "uat"),
          Set.of("stage", "staging", "stg", "preprod", "preview"),
          Set.of("prod", "production", "prd", "live"));

  private static final Pattern WORDS = Pattern.compile("[a-z0-9]+");

  private StageNames() {}

  /// A stage that a place is named after, where that is none of those meant for it.
  ///
  /// @param place such as `s3://acme-staging-state/shop`
  /// @param meant the stages whose state goes there
  /// @param declared the stages that the configuration names
  static Optional<String> stranger(
      String place, Collection<String> meant, Collection<String> declared) {
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    List<String> named = new ArrayList<>();
    for (String word :
        WORDS.matcher(place.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList()) {
      boolean stage =
          declared.stream().anyMatch(one -> one.equalsIgnoreCase(word))
              || USUAL.stream().anyMatch(group -> group.contains(word));
      if (stage && meant.stream().anyMatch(one -> alike(word, one))) {
        return Optional.empty();
      }
      if (stage) {
        named.add(word);
      }
    }
    return named.stream().findFirst();
  }

  private static boolean alike(String word, String stage) {
    String other = stage.toLowerCase(Locale.ROOT);
    return word.equals(other)
        || USUAL.stream().anyMatch(group -> group.contains(word) && group.contains(other));
  }
}
