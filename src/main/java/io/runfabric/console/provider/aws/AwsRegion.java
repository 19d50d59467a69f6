package io.runfabric.console.provider.aws;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsCall;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.State;

/// Lambda and API Gateway in one region. Both slow down by themselves when they are throttled.
///
/// @param place for people: the region, or the endpoint used instead
record AwsRegion(LambdaClient lambda, ApiGatewayV2Client apis, String place)
    implements AutoCloseable {

  // As Lambda writes it: 2026-03-01T10:00:00.000+0000.
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  static AwsRegion open(AwsAccess access) throws BackendException {
    var lambdaAt = access.endpoint("LAMBDA");
    var apisAt = access.endpoint("APIGATEWAYV2");
    return new AwsRegion(
        access.lookingClient(LambdaClient.builder(), lambdaAt),
        access.lookingClient(ApiGatewayV2Client.builder(), apisAt),
        access.place(lambdaAt));
  }

  Seen function(String id, Cancellation cancellation) throws BackendException {
    return looked(
        attempt("look for function " + id, "lambda:GetFunction"),
        "Lambda has no such function in " + place,
        cancellation,
        () -> described(lambda.getFunction(request -> request.functionName(id))));
  }

  private static There described(GetFunctionResponse answer) {
    FunctionConfiguration settings = answer.configuration();
    There.Builder there =
        There.builder()
            .trait(Trait.RUNTIME, settings.runtimeAsString())
            .trait(Trait.HANDLER, settings.handler())
            .trait(Trait.MEMORY, settings.memorySize())
            .trait(Trait.TIMEOUT, settings.timeout())
            .trait(Trait.REVISION, settings.revisionId())
            .modified(time(settings.lastModified()))
            .trouble(trouble(settings));
    if (settings.packageType() == PackageType.IMAGE) {
      there.unclear("code", "it is a container image, whose digest no receipt holds");
    } else {
      there.trait(Trait.CODE_SHA256, settings.codeSha256());
    }
    if (settings.hasArchitectures() && settings.architectures().size() == 1) {
      there.trait(Trait.ARCHITECTURE, settings.architecturesAsStrings().getFirst());
    }
    if (settings.environment() != null && settings.environment().error() != null) {
      there.unclear("environment", "Lambda cannot decrypt it: the key's permission is missing");
    } else {
      there.environment(
          settings.environment() == null ? Set.of() : settings.environment().variables().keySet());
    }
    there.layers(settings.layers().stream().map(layer -> layer.arn()).toList());
    if (answer.tagsError() != null) {
      there.unclear("tags", "permission is missing: allow lambda:ListTags");
    } else {
      there.tags(answer.tags());
    }
    if (settings.lastModified() != null) {
      there.evidence("last modified " + settings.lastModified());
    }
    return there.build();
  }

  private static String trouble(FunctionConfiguration settings) {
    if (settings.state() == State.FAILED) {
      return "its state is Failed" + because(settings.stateReasonCodeAsString());
    }
    if (settings.lastUpdateStatus() == LastUpdateStatus.FAILED) {
      return "its last update failed" + because(settings.lastUpdateStatusReasonCodeAsString());
    }
    return "";
  }

  private static String because(@Nullable String code) {
    return code == null ? "" : " (" + code + ")";
  }

  private static Optional<Instant> time(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text, MODIFIED).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  Seen alias(String function, String alias, Cancellation cancellation) throws BackendException {
    if (alias.matches("[0-9]+")) {
      return looked(
          attempt("look for version " + alias + " of " + function, "lambda:GetFunction"),
          "Lambda has no such version in " + place,
          cancellation,
          () -> {
            lambda.getFunction(request -> request.functionName(function).qualifier(alias));
            return There.only("version " + alias);
          });
    }
    return looked(
        attempt("look for alias " + alias + " of " + function, "lambda:GetAlias"),
        "Lambda has no such alias in " + place,
        cancellation,
        () -> {
          var found = lambda.getAlias(request -> request.functionName(function).name(alias));
          return There.builder()
              .trait(Trait.REVISION, found.revisionId())
              .evidence("it leads to version " + found.functionVersion())
              .build();
        });
  }

  Seen functionUrl(String function, Cancellation cancellation) throws BackendException {
    return looked(
        attempt("look for the URL of " + function, "lambda:GetFunctionUrlConfig"),
        "the function has no URL in " + place,
        cancellation,
        () ->
            There.builder()
                .trait(
                    Trait.URL,
                    lambda
                        .getFunctionUrlConfig(request -> request.functionName(function))
                        .functionUrl())
                .build());
  }

  /// @param mayBeRest whether it may also be one of the other kind, which is not looked for
  Seen api(String id, boolean mayBeRest, Cancellation cancellation) throws BackendException {
    Attempt attempt = attempt("look for HTTP API " + id, "apigateway:GET");
    Seen seen =
        looked(
            attempt,
            "API Gateway has no such HTTP API in " + place,
            cancellation,
            () ->
                There.builder()
                    .trait(Trait.URL, apis.getApi(request -> request.apiId(id)).apiEndpoint())
                    .build());
    if (seen instanceof Gone && mayBeRest) {
      throw new BackendException(
          Code.UNSUPPORTED,
          "there is no HTTP API " + id + ", and REST APIs are not looked for",
          "look for it with 'aws apigateway get-rest-api'");
    }
    return seen;
  }

  private static Attempt attempt(String doing, String permission) {
    return new Attempt(doing, permission, "");
  }

  private static Seen looked(
      Attempt attempt, String absent, Cancellation cancellation, Supplier<There> request)
      throws BackendException {
    try {
      return AwsCall.answer(attempt, cancellation, request);
    } catch (BackendException e) {
      if (e.code() == Code.NOT_FOUND) {
        return new Gone(absent);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    lambda.close();
    apis.close();
  }
}
