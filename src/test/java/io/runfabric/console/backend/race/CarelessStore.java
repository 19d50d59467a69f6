package io.runfabric.console.backend.race;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.lock.DocumentLock;
import io.runfabric.console.backend.lock.LockDocument;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Files written and removed whatever is stored: a store on which no lock can hold.
record CarelessStore(Path folder) implements DocumentStore {

  static DocumentLock lock(Path folder) {
    return new DocumentLock(
        new CarelessStore(folder),
        "careless",
        LockDocument.ENGINE_2,
        _ -> "careless.lock.json",
        new LockTerms(
            () -> new LockFormat(Clock.systemUTC().instant(), Duration.ZERO, _ -> true),
            Clock.systemUTC(),
            LockRules.DEFAULT));
  }

  @Override
  public Optional<StoredDocument> get(String key) {
    try {
      byte[] content = Files.readAllBytes(folder.resolve(key));
      return Optional.of(new StoredDocument(key, content, Revision.ofContent(content)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence) {
    try {
      Files.write(folder.resolve(key), content);
      return Revision.ofContent(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) {
    try {
      Files.deleteIfExists(folder.resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    for (String key : new String[] {"careless.lock.json"}) {
      get(key).ifPresent(stored -> sink.accept(Listed.whole(stored)));
    }
  }

  @Override
  public String location() {
    return folder.toString();
  }

  @Override
  public int readsAtOnce() {
    return 1;
  }

  @Override
  public void close() {}
}
