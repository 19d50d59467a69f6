package io.runfabric.console.backend.aws;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/// An HTTP client that takes no half of an answer for a whole one. The JDK's URL connection ends an
/// answer that breaks off without an error, be it within the head or within the body, and the SDK
/// reads what is left as an answer that says nothing: a bucket without objects, an item that is not
/// there. Here it is an error of the connection, and is tried again like any other.
final class WholeAnswers implements SdkHttpClient {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int FIRST_REFUSAL = 400;
  private static final int MOST_WORDS = 1 << 20;

  private final SdkHttpClient client;

  WholeAnswers(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    boolean bodiless = request.httpRequest().method() == SdkHttpMethod.HEAD;
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse answer = prepared.call();
        return bodiless ? answer : heard(whole(answer));
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static HttpExecuteResponse whole(HttpExecuteResponse answer) throws IOException {
    SdkHttpResponse head = answer.httpResponse();
    Optional<String> length = head.firstMatchingHeader("Content-Length");
    if (length.isEmpty()) {
      boolean told =
          head.statusCode() == NO_CONTENT
              || head.statusCode() == NOT_MODIFIED
              || head.firstMatchingHeader("Transfer-Encoding").isPresent();
      if (!told) {
        answer.responseBody().ifPresent(AbortableInputStream::abort);
        throw new IOException("the answer broke off within its head");
      }
      return answer;
    }
    long announced = announced(length.get());
    if (answer.responseBody().isEmpty()) {
      if (announced > 0) {
        throw new IOException("the answer broke off after its head");
      }
      return answer;
    }
    AbortableInputStream body = answer.responseBody().get();
    return answer(head, AbortableInputStream.create(new Counted(body, announced), body));
  }

  // The SDK takes a refusal whose words break off for one without words, and an object that is not
  // there for a bucket that is not.
  private static HttpExecuteResponse heard(HttpExecuteResponse answer) throws IOException {
    boolean refusal = answer.httpResponse().statusCode() >= FIRST_REFUSAL;
    if (!refusal || answer.responseBody().isEmpty()) {
      return answer;
    }
    try (AbortableInputStream body = answer.responseBody().get()) {
      byte[] words = body.readNBytes(MOST_WORDS);
      return answer(
          answer.httpResponse(), AbortableInputStream.create(new ByteArrayInputStream(words)));
    }
  }

  private static HttpExecuteResponse answer(SdkHttpResponse head, AbortableInputStream body) {
    return HttpExecuteResponse.builder()
        .response(
            head instanceof SdkHttpFullResponse full
                ? full.toBuilder().content(null).build()
                : head)
        .responseBody(body)
        .build();
  }

  private static long announced(String length) throws IOException {
    try {
      return Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      throw new IOException("the answer's length is no number", e);
    }
  }

  /// A body that must not end before it has its length.
  private static final class Counted extends FilterInputStream {

    private final long length;
    private long come;

    Counted(InputStream body, long length) {
      super(body);
      this.length = length;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? -1 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
      int read = super.read(buffer, offset, most);
      count(read);
      return read;
    }

    @Override
    public long skip(long most) throws IOException {
      long skipped = super.skip(most);
      come += skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int read) throws IOException {
      if (read >= 0) {
        come += read;
      } else if (come < length) {
        throw new IOException("the answer broke off: " + come + " of " + length + " bytes came");
      }
    }
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
