package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import java.util.Optional;
import java.util.function.Consumer;

/// A store on the far side of something: a test can have things happen before a request arrives.
final class ObstructedStore implements DocumentStore {

  /// What stands in the way; one that throws lets nothing through.
  interface Obstacle {
    void met() throws BackendException;
  }

  static final Obstacle NO_ANSWER =
      () -> {
        throw new BackendException(
            BackendException.Code.UNREACHABLE, "no answer", "try again later");
      };

  private final DocumentStore store;
  private volatile Obstacle always = () -> {};
  private volatile Obstacle onDelete = () -> {};

  ObstructedStore(DocumentStore store) {
    this.store = store;
  }

  void obstruct(Obstacle obstacle) {
    always = obstacle;
  }

  void beforeNextDelete(Obstacle obstacle) {
    onDelete = obstacle;
  }

  @Override
  public String location() {
    return store.location();
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    always.met();
    store.list(range, sink, cancellation);
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    always.met();
    return store.get(key);
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    always.met();
    return store.put(key, content, precondition, fence);
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    always.met();
    Obstacle once = onDelete;
    onDelete = () -> {};
    once.met();
    store.delete(key, expected, fence);
  }

  @Override
  public int readsAtOnce() {
    return store.readsAtOnce();
  }

  @Override
  public void close() {
    store.close();
  }
}
