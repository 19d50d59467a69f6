package io.runfabric.console.backend.race;

import io.runfabric.console.backend.race.FireLog.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// An engine that deploys one stage after another, as far as its locks go: written from the formats
/// alone, without any code of the console's.
///
/// Arguments: the log, then for each ground its name, by how many seconds the clock is wrong there,
/// and `file:<lock file>`, `dynamodb:<table>` or `s3:<bucket>/<key>`. It works until a line comes
/// in.
public final class EngineProcess {

  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final int LONGEST_HOLD = 8;
  private static final int LONGEST_PAUSE = 12;
  private static final int RENEWAL_EVERY = 4;
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private EngineProcess() {}

  /// One place of a lock.
  private interface Lock {
    boolean take(String token, Instant now, Instant end) throws IOException;

    /// Whether it was still its own.
    boolean renew(String token, Instant now, Instant end) throws IOException;

    void release(String token) throws IOException;

    /// Removes a lock whose lease has ended, on the condition that it still is the same.
    default void clear(Instant now) {}
  }

  private record Ground(String name, Duration skew, Lock lock) {}

  public static void main(String[] arguments) throws Exception {
    List<Ground> grounds = new ArrayList<>();
    for (int i = 1; i < arguments.length; i += 3) {
      Duration skew = Duration.ofSeconds(Long.parseLong(arguments[i + 1]));
      grounds.add(new Ground(arguments[i], skew, lock(arguments[i + 2])));
    }
    try (FireLog log = new FireLog(Path.of(arguments[0]))) {
      for (int round = 0; System.in.available() == 0; round++) {
        deploy(grounds.get(ThreadLocalRandom.current().nextInt(grounds.size())), round, log);
        pause(LONGEST_PAUSE);
      }
    }
    System.out.println("done");
  }

  private static void deploy(Ground ground, int round, FireLog log)
      throws IOException, InterruptedException {
    Lock lock = ground.lock();
    String token = token();
    long before = System.nanoTime();
    Instant now = Instant.now().plus(ground.skew());
    lock.clear(now);
    if (!lock.take(token, now, now.plus(LEASE))) {
      return;
    }
    log.add(Step.TOOK, ground.name(), token, before);
    pause(LONGEST_HOLD);
    if (round % RENEWAL_EVERY == 0) {
      before = System.nanoTime();
      now = Instant.now().plus(ground.skew());
      boolean kept = lock.renew(token, now, now.plus(LEASE));
      log.add(kept ? Step.KEPT : Step.LOST, ground.name(), token, before);
    }
    before = System.nanoTime();
    lock.release(token);
    log.add(Step.GAVE, ground.name(), token, before);
  }

  private static void pause(int longest) throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextInt(longest) + 1);
  }

  private static String token() {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static Lock lock(String place) {
    String where = place.substring(place.indexOf(':') + 1);
    return switch (place.substring(0, place.indexOf(':'))) {
      case "file" -> new FileLock(Path.of(where));
      case "dynamodb" -> new ItemLock(where, dynamodb());
      case "s3" ->
          new ObjectLock(
              where.substring(0, where.indexOf('/')),
              where.substring(where.indexOf('/') + 1),
              s3());
      default -> throw new IllegalArgumentException(place);
    };
  }

  private static DynamoDbClient dynamodb() {
    return DynamoDbClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_DYNAMODB")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static S3Client s3() {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_S3")))
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  // Ends are rounded up to the second, as the format has no fractions.
  private static String time(Instant instant) {
    Instant whole = instant.truncatedTo(ChronoUnit.SECONDS);
    return DateTimeFormatter.ISO_INSTANT.format(
        whole.equals(instant) ? whole : whole.plusSeconds(1));
  }

  private static byte[] document(
      String token, Instant created, Optional<Instant> renewed, Instant end) {
    String heartbeat =
        renewed.map(at -> ",\n  \"lastHeartbeatAt\": \"" + time(at) + "\"").orElse("");
    return """
    {
      "service": "shop",
      "stage": "dev",
      "operation": "deploy",
      "ownerToken": "%s",
      "pid": %d,
      "createdAt": "%s",
      "expiresAt": "%s"%s
    }
    """
        .formatted(token, ProcessHandle.current().pid(), time(created), time(end), heartbeat)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean owned(byte[] document, String token) {
    Matcher owner =
        Pattern.compile("\"ownerToken\"\\s*:\\s*\"([0-9a-f]*)\"")
            .matcher(new String(document, StandardCharsets.UTF_8));
    return owner.find() && owner.group(1).equals(token);
  }

  /// Created exclusively and filled afterwards: for a moment it is there and empty.
  private record FileLock(Path file) implements Lock {

    @Override
    public boolean take(String token, Instant now, Instant end) throws IOException {
      Files.createDirectories(file.getParent());
      try (var out =
          Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        out.write(document(token, now, Optional.empty(), end));
        return true;
      } catch (FileAlreadyExistsException _) {
        return false;
      }
    }

    @Override
    public boolean renew(String token, Instant now, Instant end) throws IOException {
      if (!mine(token)) {
        return false;
      }
      Path next = file.resolveSibling(token + ".next");
      Files.write(next, document(token, now, Optional.of(now), end));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }

    @Override
    public void release(String token) throws IOException {
      if (mine(token)) {
        Files.deleteIfExists(file);
      }
    }

    private boolean mine(String token) throws IOException {
      try {
        return owned(Files.readAllBytes(file), token);
      } catch (NoSuchFileException _) {
        return false;
      }
    }
  }

  private record ItemLock(String table, DynamoDbClient client) implements Lock {

    private static final Map<String, AttributeValue> KEY =
        Map.of("lockKey", AttributeValue.fromS("shop:dev"));

    @Override
    public boolean take(String token, Instant now, Instant end) {
      return done(() ->
          client.putItem(put ->
              put.tableName(table)
                  .item(
                      Map.of(
                          "lockKey", AttributeValue.fromS("shop:dev"),
                          "service", AttributeValue.fromS("shop"),
                          "stage", AttributeValue.fromS("dev"),
                          "operation", AttributeValue.fromS("deploy"),
                          "ownerToken", AttributeValue.fromS(token),
                          "createdAt", AttributeValue.fromS(time(now)),
                          "expiresAt", AttributeValue.fromS(time(end)),
                          "ttl", AttributeValue.fromN("" + (end.getEpochSecond() + 1))))
                  .conditionExpression("attribute_not_exists(lockKey)")));
    }

    @Override
    public boolean renew(String token, Instant now, Instant end) {
      return done(() ->
          client.updateItem(update ->
              update
                  .tableName(table)
                  .key(KEY)
                  .updateExpression("SET expiresAt = :end, lastHeartbeatAt = :now")
                  .conditionExpression("ownerToken = :token")
                  .expressionAttributeValues(
                      Map.of(
                          ":end", AttributeValue.fromS(time(end)),
                          ":now", AttributeValue.fromS(time(now)),
                          ":token", AttributeValue.fromS(token)))));
    }

    @Override
    public void release(String token) {
      var _ = removed(token);
    }

    @Override
    public void clear(Instant now) {
      Map<String, AttributeValue> stored =
          client.getItem(get -> get.tableName(table).key(KEY).consistentRead(true)).item();
      if (stored.containsKey("expiresAt")
          && Instant.parse(stored.get("expiresAt").s()).isBefore(now)) {
        var _ = removed(stored.get("ownerToken").s());
      }
    }

    private boolean removed(String token) {
      return done(() ->
          client.deleteItem(delete ->
              delete
                  .tableName(table)
                  .key(KEY)
                  .conditionExpression("ownerToken = :token")
                  .expressionAttributeValues(Map.of(":token", AttributeValue.fromS(token)))));
    }

    private static boolean done(Runnable request) {
      try {
        request.run();
        return true;
      } catch (ConditionalCheckFailedException _) {
        return false;
      }
    }
  }

  private record ObjectLock(String bucket, String key, S3Client client) implements Lock {

    @Override
    public boolean take(String token, Instant now, Instant end) {
      return done(() ->
          client.putObject(
              put -> put.bucket(bucket).key(key).ifNoneMatch("*"),
              RequestBody.fromBytes(document(token, now, Optional.empty(), end))));
    }

    @Override
    public boolean renew(String token, Instant now, Instant end) {
      Optional<String> version = mine(token);
      return version.isPresent()
          && done(() ->
              client.putObject(
                  put -> put.bucket(bucket).key(key).ifMatch(version.get()),
                  RequestBody.fromBytes(document(token, now, Optional.of(now), end))));
    }

    @Override
    public void release(String token) {
      Optional<String> version = mine(token);
      if (version.isPresent()) {
        var _ =
            done(() ->
                client.deleteObject(
                    delete -> delete.bucket(bucket).key(key).ifMatch(version.get())));
      }
    }

    private Optional<String> mine(String token) {
      try {
        ResponseBytes<GetObjectResponse> stored =
            client.getObjectAsBytes(get -> get.bucket(bucket).key(key));
        return owned(stored.asByteArray(), token)
            ? Optional.of(stored.response().eTag())
            : Optional.empty();
      } catch (NoSuchKeyException _) {
        return Optional.empty();
      }
    }

    private static boolean done(Runnable request) {
      try {
        request.run();
        return true;
      } catch (S3Exception e) {
        if (e.statusCode() != PRECONDITION_FAILED
            && e.statusCode() != CONFLICT
            && !(e instanceof NoSuchKeyException)) {
          throw e;
        }
        return false;
      }
    }
  }
}
