package io.runfabric.console.backend.gcs;

import com.google.auth.Retryable;
import java.io.IOException;

/// An answer that is not the whole object as it is stored, and is asked for again.
final class BrokenOffException extends IOException implements Retryable {

  private static final long serialVersionUID = 1L;

  BrokenOffException(String message) {
    super(message);
  }

  BrokenOffException(IOException cause) {
    super("the answer broke off", cause);
  }

  @Override
  public boolean isRetryable() {
    return true;
  }

  @Override
  public int getRetryCount() {
    return 0;
  }
}
