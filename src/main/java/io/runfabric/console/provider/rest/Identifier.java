package io.runfabric.console.provider.rest;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names from state and configuration on their way into a URL.
public final class Identifier {

  private Identifier() {}

  /// The name, if it is one that the provider may have given.
  ///
  /// @param what such as `the function's name`
  /// @param where to look for it, such as `functions[api].resourceName`
  /// @throws BackendException with [Code#INVALID] when it is none; it is not quoted
  public static String checked(Pattern allowed, String name, String what, String where)
      throws BackendException {
    if (allowed.matcher(name).matches()) {
      return name;
    }
    throw new BackendException(
        Code.INVALID,
        name.isEmpty() ? what + " is not known" : what + " is none that the provider knows",
        "look at " + where);
  }

  /// A path of these segments, each encoded: `/a/b`.
  public static String path(String... segments) {
    return Arrays.stream(segments)
        .map(
            segment -> "/" + URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining());
  }
}
