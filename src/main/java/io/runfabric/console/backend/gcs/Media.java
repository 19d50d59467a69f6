package io.runfabric.console.backend.gcs;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// An object's content as it is stored, with what the answer's headers say of it.
///
/// @param size as told by the answer
/// @param content empty for an object that is too large to be read
@SuppressWarnings("ArrayRecordComponent") // never compared
record Media(long size, byte[] content, Optional<String> generation) {

  private static final String CRC32C = "crc32c=";

  /// Reads an answer to its end and makes sure that it is whole.
  ///
  /// @throws BrokenOffException when it is not
  static Media of(HttpResponse answer, long largest) throws IOException {
    HttpHeaders headers = answer.getHeaders();
    Optional<String> generation =
        Optional.ofNullable(headers.getFirstHeaderStringValue("x-goog-generation"));
    long size = size(headers);
    if (size < 0 && headers.getFirstHeaderStringValue("transfer-encoding") == null) {
      throw new BrokenOffException("the answer broke off within its head");
    }
    if (size > largest) {
      return new Media(size, new byte[0], generation);
    }
    byte[] content = read(answer, largest);
    if (content.length > largest) {
      return new Media(content.length, new byte[0], generation);
    }
    if (size >= 0 && content.length != size) {
      throw new BrokenOffException(content.length + " of " + size + " bytes came");
    }
    Optional<String> checksum = checksum(headers);
    if (checksum.isPresent() && !checksum.get().equals(crc32c(content))) {
      throw new BrokenOffException("the bytes that came are not those that are stored");
    }
    return new Media(content.length, content, generation);
  }

  // The raw stream is absent, not empty, when the answer has no body.
  private static byte[] read(HttpResponse answer, long largest) throws IOException {
    try (InputStream in = answer.getContent()) {
      return in == null ? new byte[0] : in.readNBytes(Math.toIntExact(largest + 1));
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  // Negative where the answer does not tell: it then ends with its last chunk.
  private static long size(HttpHeaders headers) {
    Long length = headers.getContentLength();
    return length == null ? -1 : length;
  }

  private static Optional<String> checksum(HttpHeaders headers) {
    List<String> hashes = headers.getHeaderStringValues("x-goog-hash");
    return hashes.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(hash -> hash.startsWith(CRC32C))
        .map(hash -> hash.substring(CRC32C.length()))
        .findFirst();
  }

  private static String crc32c(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }
}
