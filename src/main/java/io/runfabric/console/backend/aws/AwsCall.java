package io.runfabric.console.backend.aws;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/// Calls of the SDK that fail as the backend room does.
public final class AwsCall {

  private AwsCall() {}

  /// The answer of one request.
  public static <T> T answer(Attempt attempt, Supplier<T> request) throws BackendException {
    try {
      return request.get();
    } catch (SdkException e) {
      throw AwsFailure.of(attempt, e);
    }
  }

  /// The answer of one request, given up soon after cancellation.
  public static <T> T answer(Attempt attempt, Cancellation cancellation, Supplier<T> request)
      throws BackendException {
    try {
      return cancellation.leaving(request::get);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SdkException failed) {
        throw AwsFailure.of(attempt, failed);
      }
      throw new IllegalStateException("a request failed in an unforeseen way", e);
    }
  }
}
