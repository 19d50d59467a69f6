package io.runfabric.console.backend.azblob;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import io.runfabric.console.backend.remote.Patience;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/// The JDK's HTTP client, for the Azure SDK. The SDK never closes it, so that its thread would stay
/// until it is collected.
final class AzureHttp implements AutoCloseable {

  private final HttpClient client;
  private final List<java.net.http.HttpClient> built = new ArrayList<>();

  /// Its work runs on virtual threads, which keep no program alive.
  AzureHttp(Configuration configuration, Patience patience) {
    client =
        new JdkHttpClientBuilder(remembering(java.net.http.HttpClient.newBuilder()))
            .configuration(configuration)
            .executor(Thread::startVirtualThread)
            .connectionTimeout(patience.connect())
            .writeTimeout(patience.silence())
            .responseTimeout(patience.silence())
            .readTimeout(patience.silence())
            .build();
  }

  HttpClient client() {
    return client;
  }

  // The builder has no other way to learn of what it built.
  private java.net.http.HttpClient.Builder remembering(java.net.http.HttpClient.Builder builder) {
    return (java.net.http.HttpClient.Builder)
        Proxy.newProxyInstance(
            AzureHttp.class.getClassLoader(),
            new Class<?>[] {java.net.http.HttpClient.Builder.class},
            (self, method, arguments) -> {
              try {
                Object result = method.invoke(builder, arguments);
                if (result instanceof java.net.http.HttpClient jdk) {
                  built.add(jdk);
                }
                return result instanceof java.net.http.HttpClient.Builder ? self : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void close() {
    built.forEach(java.net.http.HttpClient::shutdownNow);
  }
}
