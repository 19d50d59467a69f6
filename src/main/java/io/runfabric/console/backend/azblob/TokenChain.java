package io.runfabric.console.backend.azblob;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.runfabric.console.backend.remote.Patience;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Asks one source after the other until one has a token. What the environment does not name is
/// waited for no longer than for an answer: a machine without an identity has no server that would
/// refuse.
record TokenChain(List<TokenSource> sources, Patience patience) implements TokenCredential {

  /// @return the token, or [NoTokenException] with what each source said
  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    Map<String, Throwable> refusals = new ConcurrentHashMap<>();
    return Flux.fromIterable(sources)
        .concatMap(source ->
            // Starting a program, and reading a token file, block.
            Mono.defer(() -> source.credential().getToken(request))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(source.configured() ? patience.call() : patience.silence())
                .onErrorResume(refused -> {
                  refusals.put(source.name(), refused);
                  return Mono.empty();
                }))
        .next()
        .switchIfEmpty(Mono.error(() -> new NoTokenException(sources, refusals.values())));
  }
}
