package io.runfabric.console.provider.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first lines of an HTTP/1.1 answer; what follows them is not read.
///
/// @param location where it points to, as written
record ResponseHead(int status, Optional<String> location) {

  /// Bytes of status lines and headers.
  static final int MOST = 32 * 1024;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
  private static final String LOCATION = "location:";
  private static final int SWITCHING = 101;
  private static final int FINAL = 200;

  /// Something that is no HTTP answer.
  static final class NotHttpException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    NotHttpException(String reason) {
      super(reason);
      this.reason = reason;
    }

    /// For people; quotes nothing of what came.
    String reason() {
      return reason;
    }
  }

  /// Reads on until an answer that is final, over those that say that more is to come.
  ///
  /// @throws EOFException when it ends before
  static ResponseHead read(InputStream in) throws IOException {
    Lines lines = new Lines(in);
    while (true) {
      Matcher first = STATUS.matcher(lines.next());
      if (!first.matches()) {
        throw new NotHttpException("what answers there does not speak HTTP/1.1");
      }
      int status = Integer.parseInt(first.group(1));
      Optional<String> location = Optional.empty();
      for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
        if (line.toLowerCase(Locale.ROOT).startsWith(LOCATION)) {
          location = Optional.of(line.substring(LOCATION.length()).strip());
        }
      }
      if (status >= FINAL || status == SWITCHING) {
        return new ResponseHead(status, location);
      }
    }
  }

  private static final class Lines {

    private final InputStream in;
    private int left = MOST;

    Lines(InputStream in) {
      this.in = in;
    }

    String next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (true) {
        int read = in.read();
        if (read < 0) {
          throw new EOFException();
        }
        if (--left < 0) {
          throw new NotHttpException("its headers are longer than any should be");
        }
        if (read == '\n') {
          String whole = line.toString(StandardCharsets.ISO_8859_1);
          return whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
        }
        line.write(read);
      }
    }
  }
}
