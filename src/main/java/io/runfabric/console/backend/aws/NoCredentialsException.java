package io.runfabric.console.backend.aws;

import software.amazon.awssdk.core.exception.SdkClientException;

/// No credentials can be had: none are configured, or a profile, a token or a sign-on is no longer
/// good.
final class NoCredentialsException extends SdkClientException {

  private static final long serialVersionUID = 1L;

  NoCredentialsException(Throwable cause) {
    super(builder().message("no AWS credentials").cause(cause));
  }
}
