package io.runfabric.console.provider.endpoint;

import java.util.regex.Pattern;

/// What a URL that is asked looks like: stricter than RFC 3986, so that two programs cannot read it
/// in two ways.
final class Form {

  static final int LAST_PORT = 65_535;
  static final int LONGEST_HOST = 253;
  static final int LONGEST_PATH = 2_000;

  static final Pattern URL =
      Pattern.compile(
          "(?<scheme>https?)://(?<authority>[^/?#]*)(?<path>[^?#]*)(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

  static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<host>\\[[0-9A-Fa-f:.]{2,45}]|"
              + LABEL
              + "(?:\\."
              + LABEL
              + ")*)\\.?"
              + "(?::(?<port>[0-9]{0,5}))?");

  static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?");

  private Form() {}
}
