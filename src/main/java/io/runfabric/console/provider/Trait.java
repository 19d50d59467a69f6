package io.runfabric.console.provider;

/// What can be told of a resource as one text.
public enum Trait {
  /// SHA-256 of the deployed package, hex or base64.
  CODE_SHA256("code"),
  RUNTIME("runtime"),
  HANDLER("handler"),
  /// Whole MB.
  MEMORY("memory"),
  /// Whole seconds.
  TIMEOUT("timeout"),
  ARCHITECTURE("architecture"),
  /// Where it answers.
  URL("url"),
  /// The address of a load balancer.
  ADDRESS("address"),
  /// The provider's own version of it: an ETag, a revision, a generation. It is shown, not
  /// compared.
  REVISION("revision");

  private final String word;

  Trait(String word) {
    this.word = word;
  }

  /// As in paths and in JSON.
  public String word() {
    return word;
  }
}
