package io.runfabric.console.provider.azure;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.provider.Host;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A function app as Azure describes it (`learn.microsoft.com/rest/api/appservice/web-apps/get`).
final class AppAnswer {

  private static final Pattern STATE = Pattern.compile("[A-Za-z]{1,32}");

  private AppAnswer() {}

  /// @param recorded the address that the receipt knows
  static There described(Answer site, String recorded) throws BackendException {
    var _ = site.needed("name");
    Answer properties = site.neededObject("properties");
    String changed = properties.text("lastModifiedTimeUtc");
    There.Builder there =
        There.builder()
            .trait(Trait.REVISION, site.text("etag"))
            .trait(Trait.URL, url(properties, recorded))
            .tags(site.texts("tags"))
            .modified(time(changed))
            .trouble(trouble(properties))
            .unclear(
                "environment",
                "Azure tells the names of app settings with their values only, so they are not"
                    + " asked for");
    if (!changed.isEmpty()) {
      there.evidence("last modified " + changed);
    }
    return there.build();
  }

  private static String trouble(Answer properties) throws BackendException {
    String state = properties.needed("state");
    if (state.equalsIgnoreCase("Running")) {
      return "";
    }
    return STATE.matcher(state).matches() ? "its state is " + state : "it does not run";
  }

  // The time is UTC, and says so or not.
  private static Optional<Instant> time(String text) {
    return Timestamps.parse(text).or(() -> Timestamps.parse(text + "Z"));
  }

  // An app answers under its own names too.
  private static String url(Answer properties, String recorded) throws BackendException {
    String host = Host.of(recorded).orElse("");
    boolean known =
        properties.textList("hostNames").stream()
            .anyMatch(name -> !host.isEmpty() && name.toLowerCase(Locale.ROOT).equals(host));
    String standard = properties.needed("defaultHostName");
    return "https://" + (known ? host : standard);
  }

  /// The runtime of an app of the plan that keeps it with the app, Flex Consumption; empty for
  /// others.
  static String runtime(Answer site) throws BackendException {
    Answer runtime = site.neededObject("properties").object("functionAppConfig").object("runtime");
    return AzureRuntime.of(runtime.text("name"), runtime.text("version"));
  }
}
