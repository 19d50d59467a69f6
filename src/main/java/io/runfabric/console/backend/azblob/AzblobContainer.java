package io.runfabric.console.backend.azblob;

import com.azure.storage.blob.BlobAsyncClient;
import com.azure.storage.blob.BlobContainerAsyncClient;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Patience;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/// A container and the client that reaches it.
///
/// @param http what the client connects with
/// @param account its storage account
/// @param place where requests go, without a shared access signature
/// @param pageSize how many blobs one page of a listing holds
record AzblobContainer(
    BlobContainerAsyncClient client,
    AzureHttp http,
    String account,
    String place,
    Patience patience,
    int pageSize)
    implements AutoCloseable {

  static AzblobContainer of(
      BlobContainerAsyncClient client, AzureHttp http, Patience patience, int pageSize) {
    URI url = URI.create(client.getAccountUrl());
    return new AzblobContainer(
        client,
        http,
        Optional.ofNullable(client.getAccountName()).orElse(url.getHost()),
        url.getScheme() + "://" + url.getAuthority(),
        patience,
        pageSize);
  }

  String name() {
    return client.getBlobContainerName();
  }

  /// What a key is called, for people.
  String url(String key) {
    return "azblob://" + account + "/" + name() + "/" + key;
  }

  BlobAsyncClient blob(String key) {
    return client.getBlobAsyncClient(key);
  }

  Attempt attempt(String doing, String key, Need need) {
    return new Attempt(
        doing + " " + url(key) + " (" + place + ")",
        need.words(),
        "check the container's name, or create it: az storage container create --name " + name());
  }

  /// The answer of a call, waited for until cancelled.
  ///
  /// @throws BackendException when it failed, in the backend room's words
  <T> Optional<T> answer(Attempt attempt, Cancellation cancellation, Supplier<Mono<T>> call)
      throws BackendException {
    try {
      return answer(cancellation, call);
    } catch (ExecutionException e) {
      throw AzblobFailure.of(attempt, e.getCause() == null ? e : e.getCause());
    }
  }

  /// As above, for who knows some failures better.
  <T> Optional<T> answer(Cancellation cancellation, Supplier<Mono<T>> call)
      throws ExecutionException {
    CompletableFuture<Optional<T>> underWay =
        Mono.defer(call)
            .map(Optional::of)
            .defaultIfEmpty(Optional.empty())
            .timeout(patience.call())
            .toFuture();
    try {
      return cancellation.await(underWay);
    } finally {
      underWay.cancel(true);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
