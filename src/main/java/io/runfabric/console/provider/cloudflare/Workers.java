package io.runfabric.console.provider.cloudflare;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Identifier;
import io.runfabric.console.provider.rest.Once;
import io.runfabric.console.provider.rest.RestClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The workers of accounts. An account is listed once, for all stages.
final class Workers {

  private static final String PERMISSION = "Workers Scripts: Read on the account";

  private final RestClient client;
  private final Once<Map<String, Answer>> accounts = new Once<>();

  Workers(RestClient client) {
    this.client = client;
  }

  Seen worker(String account, String name, Cancellation cancellation) throws BackendException {
    Answer worker =
        accounts.get(account, cancellation, () -> list(account, cancellation)).get(name);
    if (worker == null) {
      return new Gone("the account has no such worker");
    }
    String modified = worker.text("modified_on");
    There.Builder there =
        There.builder()
            .trait(Trait.REVISION, worker.text("etag"))
            .modified(worker.time("modified_on"));
    return (modified.isEmpty() ? there : there.evidence("last modified " + modified)).build();
  }

  private Map<String, Answer> list(String account, Cancellation cancellation)
      throws BackendException {
    Attempt attempt = new Attempt("list the workers of the account", PERMISSION, "");
    String path = Identifier.path("accounts", account, "workers", "scripts");
    Map<String, Answer> workers = new HashMap<>();
    Optional<Answer> envelope = client.get(attempt, path, cancellation);
    if (envelope.isPresent()) {
      for (Answer worker : successful(envelope.get()).neededList("result")) {
        workers.put(worker.needed("id"), worker);
      }
    }
    return workers;
  }

  /// Whether a worker answers on workers.dev.
  Seen address(String account, String name, Cancellation cancellation) throws BackendException {
    Optional<Answer> answer =
        client.get(
            new Attempt("look whether " + name + " is on workers.dev", PERMISSION, ""),
            Identifier.path("accounts", account, "workers", "scripts", name, "subdomain"),
            cancellation);
    if (answer.isEmpty()) {
      return new Gone("the account has no such worker");
    }
    Answer result = successful(answer.get()).neededObject("result");
    boolean enabled =
        result.flag("enabled").orElseThrow(() -> result.damaged("it lacks result.enabled"));
    return There.builder()
        .trouble(enabled ? "" : "workers.dev is switched off for the worker")
        .build();
  }

  // An answer that is fine may still tell of a failure.
  private static Answer successful(Answer envelope) throws BackendException {
    if (!envelope.flag("success").orElse(false)) {
      throw envelope.damaged("it does not say that the request succeeded");
    }
    return envelope;
  }
}
