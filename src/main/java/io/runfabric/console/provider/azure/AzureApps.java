package io.runfabric.console.provider.azure;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Once;
import io.runfabric.console.provider.rest.RestClient;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Function apps. What is said of an app as a whole is asked for once, however many functions it
/// has.
final class AzureApps {

  /// More pages than any app has.
  private static final int MOST_PAGES = 100;

  private final RestClient client;
  private final Once<Optional<Answer>> apps = new Once<>();
  private final Once<Optional<Answer>> settings = new Once<>();
  private final Once<Optional<Map<String, Answer>>> functions = new Once<>();

  AzureApps(RestClient client) {
    this.client = client;
  }

  /// @param recorded the address that the receipt knows
  Seen app(AzureApp app, String recorded, Cancellation cancellation) throws BackendException {
    Optional<Answer> site = site(app, cancellation);
    return site.isEmpty()
        ? new Gone("Azure has no such app in resource group " + app.group())
        : AppAnswer.described(site.get(), recorded);
  }

  private Optional<Answer> site(AzureApp app, Cancellation cancellation) throws BackendException {
    return apps.get(
        app.path(),
        cancellation,
        () ->
            client.get(
                new Attempt(
                    "look for function app " + app.name(),
                    permission("Microsoft.Web/sites/Read"),
                    ""),
                app.path(),
                cancellation));
  }

  private static String permission(String action) {
    return action + " (the role Reader on the resource group)";
  }

  Seen function(AzureApp app, String name, Cancellation cancellation) throws BackendException {
    Optional<Map<String, Answer>> all =
        functions.get(app.path(), cancellation, () -> list(app, cancellation));
    if (all.isEmpty()) {
      return new Gone("Azure has no function app " + app.name());
    }
    Answer function = all.get().get(name.toLowerCase(Locale.ROOT));
    if (function == null) {
      return new Gone("function app " + app.name() + " has no such function");
    }
    There.Builder there = There.builder().trait(Trait.RUNTIME, runtime(app, cancellation));
    if (function.object("properties").flag("isDisabled").orElse(false)) {
      there.trouble("it is disabled");
    }
    return there.evidence("function app " + app.name() + " lists it").build();
  }

  // Names are told as <app>/<function>; Azure does not tell case apart.
  private Optional<Map<String, Answer>> list(AzureApp app, Cancellation cancellation)
      throws BackendException {
    Attempt attempt =
        new Attempt(
            "list the functions of " + app.name(),
            permission("Microsoft.Web/sites/functions/Read"),
            "");
    Map<String, Answer> found = new TreeMap<>();
    Optional<Answer> page = client.get(attempt, app.path("functions"), cancellation);
    for (int pages = 1; page.isPresent(); pages++) {
      Answer answer = page.get();
      for (Answer function : answer.neededList("value")) {
        String name = function.needed("name");
        found.put(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), function);
      }
      String next = answer.text("nextLink");
      if (next.isEmpty()) {
        return Optional.of(found);
      }
      if (pages == MOST_PAGES) {
        throw answer.damaged("it has no last page");
      }
      page = client.follow(attempt, next, cancellation);
    }
    return Optional.empty();
  }

  private String runtime(AzureApp app, Cancellation cancellation) throws BackendException {
    Optional<Answer> web =
        settings.get(
            app.path(),
            cancellation,
            () ->
                client.get(
                    new Attempt(
                        "look at the settings of " + app.name(),
                        permission("Microsoft.Web/sites/config/Read"),
                        ""),
                    app.path("config", "web"),
                    cancellation));
    String stack = web.isEmpty() ? "" : web.get().neededObject("properties").text("linuxFxVersion");
    if (!stack.isEmpty()) {
      return AzureRuntime.ofStack(stack);
    }
    Optional<Answer> site = site(app, cancellation);
    return site.isEmpty() ? "" : AppAnswer.runtime(site.get());
  }
}
