package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What DynamoDB can keep of a document: text.
final class StoredText {

  private StoredText() {}

  /// The document as a string.
  ///
  /// @throws BackendException with [Code#INVALID] when bytes would change on the way
  static String of(byte[] content) throws BackendException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new BackendException(
              Code.INVALID,
              "the document is no UTF-8 text, and DynamoDB keeps text only",
              "keep it in a file, or mend it first")
          .causedBy(e);
    }
  }
}
