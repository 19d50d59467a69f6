package io.runfabric.console.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A backend's own version of a stored document: an ETag, a generation, a content digest. Opaque:
/// two revisions of one document are equal exactly when the store holds the same version.
public record Revision(String value) {

  /// The revision of a store that has none of its own: `sha256:` and the lower-case hex digest of
  /// the parts, in order.
  public static Revision ofContent(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new Revision("sha256:" + HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// As [#ofContent(byte[]...)] for text, in UTF-8.
  public static Revision ofText(String text) {
    return ofContent(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hex digits alone of one that was made of content.
  public String hex() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
