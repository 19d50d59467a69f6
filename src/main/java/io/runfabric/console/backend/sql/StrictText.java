package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Documents as the text that a column takes.
final class StrictText {

  private StrictText() {}

  /// @throws BackendException with [Code#INVALID] for bytes that are no UTF-8, of which a column
  ///   would keep something else
  static String of(String key, byte[] content) throws BackendException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new BackendException(
              Code.INVALID,
              "cannot write " + key + ": the document is no UTF-8 text",
              "write it as UTF-8, or leave it in a backend that keeps bytes")
          .causedBy(e);
    }
  }
}
