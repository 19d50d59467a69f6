package io.runfabric.console.backend.gcs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The buckets of [GcsServer]. Every method is one step: the compare-and-swap is here.
final class KeptBuckets {

  /// A request that is refused.
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    final int status;
    final String reason;

    RefusedException(int status, String reason, String message) {
      super(message);
      this.status = status;
      this.reason = reason;
    }
  }

  private static final class Bucket {
    final TreeMap<String, List<KeptObject>> objects = new TreeMap<>();
    boolean versioned;
  }

  private final Map<String, Bucket> buckets = new HashMap<>();
  private long lastGeneration = 1_772_359_200_000_000L;

  synchronized void create(String bucket) {
    buckets.put(bucket, new Bucket());
  }

  synchronized void keepVersions(String bucket) throws RefusedException {
    bucket(bucket).versioned = true;
  }

  synchronized KeptObject insert(
      String bucket, String name, byte[] content, String encoding, OptionalLong match)
      throws RefusedException {
    Bucket in = bucket(bucket);
    long live = live(in, name).map(KeptObject::generation).orElse(0L);
    if (match.isPresent() && match.getAsLong() != live) {
      throw conditionNotMet();
    }
    retire(in, name);
    KeptObject written =
        new KeptObject(
            bucket, name, ++lastGeneration, content, encoding, Instant.now(), Optional.empty());
    in.objects.computeIfAbsent(name, _ -> new ArrayList<>()).add(written);
    return written;
  }

  synchronized void delete(String bucket, String name, OptionalLong match) throws RefusedException {
    Bucket in = bucket(bucket);
    KeptObject live = live(in, name).orElseThrow(() -> noObject(bucket, name));
    if (match.isPresent() && match.getAsLong() != live.generation()) {
      throw conditionNotMet();
    }
    retire(in, name);
  }

  /// Removes one generation for good.
  synchronized void forget(String bucket, String name, long generation) throws RefusedException {
    KeptObject kept = get(bucket, name, OptionalLong.of(generation));
    bucket(bucket)
        .objects
        .computeIfPresent(
            name,
            (_, all) -> {
              List<KeptObject> rest =
                  all.stream().filter(one -> one.generation() != kept.generation()).toList();
              return rest.isEmpty() ? null : new ArrayList<>(rest);
            });
  }

  synchronized boolean versioned(String bucket) throws RefusedException {
    return bucket(bucket).versioned;
  }

  synchronized KeptObject get(String bucket, String name, OptionalLong generation)
      throws RefusedException {
    return bucket(bucket).objects.getOrDefault(name, List.of()).stream()
        .filter(kept ->
            generation.isPresent() ? kept.generation() == generation.getAsLong() : kept.live())
        .findFirst()
        .orElseThrow(() -> noObject(bucket, name));
  }

  /// By name, then by generation.
  synchronized List<KeptObject> list(String bucket, String prefix, boolean versions)
      throws RefusedException {
    return bucket(bucket).objects.tailMap(prefix, true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .flatMap(entry -> entry.getValue().stream())
        .filter(kept -> versions || kept.live())
        .toList();
  }

  private Bucket bucket(String name) throws RefusedException {
    Bucket found = buckets.get(name);
    if (found == null) {
      throw new RefusedException(404, "notFound", "The specified bucket does not exist.");
    }
    return found;
  }

  private static Optional<KeptObject> live(Bucket in, String name) {
    return in.objects.getOrDefault(name, List.of()).stream().filter(KeptObject::live).findFirst();
  }

  private static void retire(Bucket in, String name) {
    if (in.versioned) {
      in.objects.computeIfPresent(
          name,
          (_, kept) ->
              new ArrayList<>(kept.stream().map(k -> k.live() ? k.deletedNow() : k).toList()));
    } else {
      in.objects.remove(name);
    }
  }

  private static RefusedException conditionNotMet() {
    return new RefusedException(
        412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
  }

  private static RefusedException noObject(String bucket, String name) {
    return new RefusedException(404, "notFound", "No such object: " + bucket + "/" + name);
  }
}
