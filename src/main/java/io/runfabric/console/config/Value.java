package io.runfabric.console.config;

/// An effective value and where it came from.
///
/// @param text resolved, without surrounding white space; empty when there is none
/// @param shown what of it a problem may quote
record Value(String text, String origin, boolean secret, Place place, String shown) {

  /// A value that cannot be used, which has been reported.
  static final Value UNUSABLE = new Value("", "unusable", false, Place.FILE, "");

  static Value none() {
    return standard("");
  }

  static Value standard(String text) {
    return new Value(text, "default", false, Place.FILE, text);
  }

  static Value variable(String text, String name, Environment environment) {
    return new Value(text, environment.origin(name), false, Place.FILE, name);
  }

  boolean isUnusable() {
    return equals(UNUSABLE);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Value or(String fallback) {
    return isEmpty() ? standard(fallback) : this;
  }

  @Override
  public String toString() {
    return "Value[" + origin + "]";
  }
}
