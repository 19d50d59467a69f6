package io.runfabric.console.backend.gcs;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One generation of an object that [GcsServer] keeps.
///
/// @param encoding its `Content-Encoding`, or empty
/// @param deleted when it stopped being the live one
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptObject(
    String bucket,
    String name,
    long generation,
    byte[] content,
    String encoding,
    Instant created,
    Optional<Instant> deleted) {

  boolean live() {
    return deleted.isEmpty();
  }

  KeptObject deletedNow() {
    return new KeptObject(
        bucket, name, generation, content, encoding, created, Optional.of(Instant.now()));
  }

  String crc32c() {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return base64(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  String md5() {
    try {
      return base64(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> resource() {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("kind", "storage#object");
    resource.put("bucket", bucket);
    resource.put("name", name);
    resource.put("generation", Long.toString(generation));
    resource.put("metageneration", "1");
    resource.put("size", Integer.toString(content.length));
    resource.put("md5Hash", md5());
    resource.put("crc32c", crc32c());
    resource.put("timeCreated", created.toString());
    resource.put("updated", created.toString());
    deleted.ifPresent(at -> resource.put("timeDeleted", at.toString()));
    return resource;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
