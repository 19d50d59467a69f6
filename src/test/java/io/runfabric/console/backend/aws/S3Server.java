package io.runfabric.console.backend.aws;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// An S3 server in this JVM that keeps its buckets in memory; one for all tests.
public final class S3Server {

  public static final String ACCESS_KEY = "TESTACCESSKEY";
  public static final String SECRET_KEY = "test-secret-key-4711";

  private static final Duration FAR = Duration.ofMillis(50);
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private final BlobStore blobs;
  private final S3Proxy server;

  private S3Server(BlobStore blobs) {
    this.blobs = blobs;
    try {
      server =
          S3Proxy.builder()
              .blobStore(blobs)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
              .build();
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not start", e);
    }
  }

  private static final class Holder {
    static final S3Server RUNNING =
        new S3Server(new AtomicConditions(new TransientNio2BlobStore()));
  }

  public static S3Server running() {
    return Holder.RUNNING;
  }

  /// A server of its own that looks at a condition some time before it writes, as S3Proxy before a
  /// store far away: of several who replace one object at once, all may. To be stopped by who asks
  /// for it.
  public static S3Server hasty() {
    return new S3Server(
        new ForwardingBlobStore(new TransientNio2BlobStore()) {
          @Override
          public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            LockSupport.parkNanos(FAR.toNanos());
            return super.putBlob(request, content);
          }
        });
  }

  /// Creates an empty bucket and tells its name.
  public String newBucket() {
    String name = "bucket-" + BUCKETS.incrementAndGet();
    blobs.createContainer(name);
    return name;
  }

  /// Puts an object into a bucket, past the protocol.
  public void put(String bucket, String key, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    blobs.putBlob(
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentLength((long) content.length)
            .build(),
        new ByteArrayInputStream(content));
  }

  public void keepVersions(String bucket) {
    blobs.putBucketVersioning(bucket, BucketVersioningStatus.ENABLED);
  }

  /// Every version of every object in a bucket, also deletions.
  public List<String> everything(String bucket) {
    try (S3Client client = client()) {
      ListObjectVersionsResponse all =
          client.listObjectVersions(list -> list.bucket(bucket).build());
      return Stream.concat(
              all.versions().stream().map(version -> version.key() + " " + version.versionId()),
              all.deleteMarkers().stream().map(marker -> marker.key() + " deleted"))
          .toList();
    }
  }

  /// An object of a bucket, as it is now.
  public String text(String bucket, String key) {
    try (S3Client client = client()) {
      return client
          .getObjectAsBytes(request -> request.bucket(bucket).key(key))
          .asString(StandardCharsets.UTF_8);
    }
  }

  public void remove(String bucket, String key) {
    try (S3Client client = client()) {
      client.deleteObject(request -> request.bucket(bucket).key(key));
    }
  }

  private S3Client client() {
    return new AwsAccess(environment(), "us-east-1")
        .client(
            S3Client.builder().forcePathStyle(true),
            Optional.of(URI.create("http://127.0.0.1:" + port())));
  }

  public int port() {
    return server.getPort();
  }

  /// Ends the server, whose threads would keep a program alive.
  public void stop() throws Exception {
    server.stop();
  }

  /// The environment of somebody who may do everything here.
  public Map<String, String> environment() {
    return environment("http://127.0.0.1:" + port());
  }

  /// As [#environment()], reached over another endpoint.
  public static Map<String, String> environment(String endpoint) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    environment.put("AWS_ENDPOINT_URL_S3", endpoint);
    return environment;
  }
}
