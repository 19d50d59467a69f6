package io.runfabric.console.provider.gcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.gcs.GoogleLogin;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Endpoint;
import io.runfabric.console.provider.rest.Identifier;
import io.runfabric.console.provider.rest.Login;
import io.runfabric.console.provider.rest.RestClient;
import io.runfabric.console.provider.rest.RestService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Google Cloud Functions, and Cloud Run, which also serves what was deployed as a function: what
/// one of them does not have is looked for in the other.
public final class GoogleCloud implements Cloud {

  private static final String FUNCTIONS = "Cloud Functions";
  private static final String RUN = "Cloud Run";
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  private final CloudAccess access;
  private final RestClient functions;
  private final RestClient services;

  private GoogleCloud(CloudAccess access, RestClient functions, RestClient services) {
    this.access = access;
    this.functions = functions;
    this.services = services;
  }

  /// @throws BackendException with [Code#DENIED] when there are no credentials, and [Code#INVALID]
  ///   when a variable holds no endpoint
  public static GoogleCloud open(CloudAccess access) throws BackendException {
    GoogleLogin login =
        new GoogleLogin(
            access.environment(),
            access.folder(),
            GoogleLogin.CLOUD_PLATFORM,
            "look into Google Cloud");
    login.prove();
    String domain =
        Identifier.checked(
            DOMAIN, login.domain(), "the domain of the cloud", "GOOGLE_CLOUD_UNIVERSE_DOMAIN");
    return open(access, login::headers, domain);
  }

  static GoogleCloud open(CloudAccess access, Login login, String domain) throws BackendException {
    RestService functions = service(access, FUNCTIONS, "CLOUDFUNCTIONS", "cloudfunctions", domain);
    RestService services = service(access, RUN, "RUN", "run", domain);
    return new GoogleCloud(access, RestClient.of(functions, login), RestClient.of(services, login));
  }

  private static RestService service(
      CloudAccess access, String name, String override, String host, String domain)
      throws BackendException {
    return new RestService(
        name,
        Endpoint.of(
            access,
            "CLOUDSDK_API_ENDPOINT_OVERRIDES_" + override,
            "https://" + host + "." + domain),
        GoogleLogin.SIGN_IN,
        (_, answer) -> answer.filter(GoogleCloud::notFound).isPresent());
  }

  // As google.rpc.Status is written: {"error": {"code": 404, "status": "NOT_FOUND"}}.
  private static boolean notFound(ObjectNode answer) {
    return answer.path("error").path("status").asText().equals("NOT_FOUND");
  }

  @Override
  public List<Lookup> lookups(Receipt receipt) throws BackendException {
    List<Lookup> lookups = new ArrayList<>();
    for (DeployedFunction function : receipt.functions()) {
      GoogleName name = GoogleName.of(receipt, function, access);
      String url = receipt.outputs().getOrDefault("url_" + function.function(), "");
      lookups.add(
          new Lookup(
              new Resource(
                  "function",
                  name.name(),
                  function.function(),
                  "functions[" + function.function() + "]"),
              cancellation -> look(name, url, cancellation)));
    }
    return lookups;
  }

  private Seen look(GoogleName name, String url, Cancellation cancellation)
      throws BackendException {
    Optional<? extends Seen> first =
        name.serving() ? service(name, url, cancellation) : function(name, url, cancellation);
    Optional<? extends Seen> found =
        first.isPresent()
            ? first
            : name.serving() ? function(name, url, cancellation) : service(name, url, cancellation);
    return found.isPresent()
        ? found.get()
        : new Gone(
            "neither Cloud Functions nor Cloud Run has it in project "
                + name.project()
                + ", "
                + name.region());
  }

  private Optional<Seen> function(GoogleName name, String url, Cancellation cancellation)
      throws BackendException {
    Optional<Answer> answer =
        functions.get(
            new Attempt(
                "look for function " + name.name(),
                "cloudfunctions.functions.get (roles/cloudfunctions.viewer), where the Cloud"
                    + " Functions API is enabled",
                ""),
            name.path("functions"),
            cancellation);
    return answer.isEmpty()
        ? Optional.empty()
        : Optional.of(FunctionAnswer.described(answer.get(), url));
  }

  private Optional<Seen> service(GoogleName name, String url, Cancellation cancellation)
      throws BackendException {
    Optional<Answer> answer =
        services.get(
            new Attempt(
                "look for service " + name.name(),
                "run.services.get (roles/run.viewer), where the Cloud Run API is enabled",
                ""),
            name.path("services"),
            cancellation);
    return answer.isEmpty()
        ? Optional.empty()
        : Optional.of(ServiceAnswer.described(answer.get(), url));
  }

  @Override
  public void close() {
    functions.close();
    services.close();
  }
}
