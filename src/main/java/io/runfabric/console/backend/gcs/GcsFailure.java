package io.runfabric.console.backend.gcs;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import com.google.cloud.BaseServiceException;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.NoAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// A request that failed, whatever the SDK wrapped it in. Texts of Google and of the SDK, which may
/// quote requests, are looked at and not passed on.
final class GcsFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Optional<HttpResponseException> answer;

  private GcsFailure(Throwable cause) {
    super(cause);
    // A refused token is an answer too, but not of the bucket.
    this.answer =
        Causes.first(cause, Retryable.class).isPresent()
            ? Optional.empty()
            : Causes.first(cause, HttpResponseException.class);
  }

  /// @throws IllegalStateException when it is no failure of a request
  static GcsFailure of(Exception failure) {
    Optional<GcsFailure> told = Causes.first(failure, GcsFailure.class);
    if (told.isPresent()) {
      return told.get();
    }
    boolean foreseen =
        Causes.first(failure, IOException.class).isPresent()
            || Causes.first(failure, BaseServiceException.class).isPresent()
            || Causes.first(failure, TimeoutException.class).isPresent();
    if (!foreseen) {
      throw new IllegalStateException("a request failed in an unforeseen way", failure);
    }
    return new GcsFailure(failure);
  }

  /// The status of the bucket's answer; 0 when none came.
  int status() {
    return answer.map(HttpResponseException::getStatusCode).orElse(0);
  }

  /// Google's word for the error, such as `conditionNotMet`; empty when it gave none.
  String reason() {
    return answer
        .filter(GoogleJsonResponseException.class::isInstance)
        .map(GoogleJsonResponseException.class::cast)
        .flatMap(json -> Optional.ofNullable(json.getDetails()))
        .flatMap(details -> Optional.ofNullable(details.getErrors()))
        .filter(errors -> !errors.isEmpty())
        .map(List::getFirst)
        .flatMap(error -> Optional.ofNullable(error.getReason()))
        .orElse("");
  }

  /// Whether the answer's text says this; where media is asked for, Google gives no reason.
  boolean says(String words) {
    return answer
        .flatMap(refused -> Optional.ofNullable(refused.getContent()))
        .filter(text -> text.contains(words))
        .isPresent();
  }

  /// This failure in the words of the backend room.
  BackendException told(Attempt attempt) {
    Optional<NoCredentialsException> none = Causes.first(this, NoCredentialsException.class);
    if (none.isPresent()) {
      return Refusal.noCredentials(attempt, none.get()).causedBy(this);
    }
    boolean tokenRefused =
        Causes.first(this, Retryable.class).filter(token -> !token.isRetryable()).isPresent();
    BackendException told =
        tokenRefused
            ? Refusal.token(attempt)
            : status() > 0 ? Refusal.of(attempt, this) : NoAnswer.of(attempt, this);
    return told.causedBy(this);
  }
}
