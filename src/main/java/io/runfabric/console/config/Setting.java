package io.runfabric.console.config;

/// One effective setting of a project, for display.
///
/// @param key dotted, such as `backend.s3Bucket`
/// @param value as it is in effect, not redacted
/// @param origin `file line N`, `stage override line N`, either followed by `, env NAME` or `,
///   secret KEY` for what was interpolated; `env NAME`, `.env NAME`, `default` or `flag`
/// @param sensitive whether a part of the value came through `${secret:…}`
public record Setting(String key, String value, String origin, boolean sensitive) {

  /// Shown without the value, which may be a secret.
  @Override
  public String toString() {
    return "Setting[" + key + ", " + origin + "]";
  }
}
