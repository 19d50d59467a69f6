package io.runfabric.console.backend.gcs;

import com.google.auth.Retryable;
import java.io.IOException;

/// No credentials can be had: none are configured, or what is configured is none. The message says
/// which, without any of their content.
final class NoCredentialsException extends IOException implements Retryable {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  NoCredentialsException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /// What to do, one sentence.
  String remedy() {
    return remedy;
  }

  @Override
  public boolean isRetryable() {
    return false;
  }

  @Override
  public int getRetryCount() {
    return 0;
  }
}
