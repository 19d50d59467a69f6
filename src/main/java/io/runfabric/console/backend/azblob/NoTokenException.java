package io.runfabric.console.backend.azblob;

import java.util.Collection;
import java.util.List;

/// No source had an access token. What they said is suppressed, not the cause: the SDK would ask
/// again for what is caused by a broken connection, and each source has done so itself.
final class NoTokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TokenSource> asked;

  NoTokenException(List<TokenSource> asked, Collection<Throwable> refusals) {
    super("no access token");
    this.asked = List.copyOf(asked);
    refusals.forEach(this::addSuppressed);
  }

  List<TokenSource> asked() {
    return asked;
  }
}
