package io.runfabric.console.backend.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What follows `postgres://`: `[user[:password]@][host[:port],…][/database][?key=value&…]`, every
/// part percent-encoded. As for the engines, `+` is a space in the query only.
final class DsnUrl {

  private static final String ENCODE =
      "has special characters in its user, password or database that must be percent-encoded";

  private DsnUrl() {}

  static Map<String, String> keywords(String rest) throws MalformedDsnException {
    int query = rest.indexOf('?');
    String before = query < 0 ? rest : rest.substring(0, query);
    int slash = before.indexOf('/');
    String authority = slash < 0 ? before : before.substring(0, slash);
    String database = slash < 0 ? "" : before.substring(slash + 1);
    // A '/' or '?' in a password would make a host name of a part of it.
    if (database.indexOf('@') >= 0 || database.indexOf('/') >= 0) {
      throw new MalformedDsnException(ENCODE);
    }
    Map<String, String> keywords = new LinkedHashMap<>();
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      credentials(authority.substring(0, at), keywords);
    }
    hosts(authority.substring(at + 1), keywords);
    if (!database.isEmpty()) {
      keywords.put("dbname", decoded(database));
    }
    if (query >= 0) {
      query(rest.substring(query + 1), keywords);
    }
    return keywords;
  }

  private static void credentials(String text, Map<String, String> keywords)
      throws MalformedDsnException {
    int colon = text.indexOf(':');
    String user = decoded(colon < 0 ? text : text.substring(0, colon));
    if (!user.isEmpty()) {
      keywords.put("user", user);
    }
    if (colon >= 0) {
      keywords.put("password", decoded(text.substring(colon + 1)));
    }
  }

  private static void hosts(String text, Map<String, String> keywords)
      throws MalformedDsnException {
    if (text.isEmpty()) {
      return;
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      int bracket = one.startsWith("[") ? one.indexOf(']') : -1;
      if (one.startsWith("[") && bracket < 0) {
        throw new MalformedDsnException("opens an IPv6 address with '[' and does not close it");
      }
      int colon = one.indexOf(':', bracket + 1);
      String host =
          bracket >= 0 ? one.substring(1, bracket) : colon < 0 ? one : one.substring(0, colon);
      if (bracket >= 0 && bracket + 1 != (colon < 0 ? one.length() : colon)) {
        throw new MalformedDsnException("has text between an IPv6 address and its port");
      }
      hosts.add(decoded(host));
      ports.add(colon < 0 ? "" : one.substring(colon + 1));
    }
    if (hosts.stream().anyMatch(host -> !host.isEmpty())) {
      keywords.put("host", String.join(",", hosts));
    }
    if (ports.stream().anyMatch(port -> !port.isEmpty())) {
      keywords.put("port", String.join(",", ports));
    }
  }

  private static void query(String text, Map<String, String> keywords)
      throws MalformedDsnException {
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? "" : decoded(pair.substring(0, equals));
        if (!DsnWords.isKeyword(key)) {
          throw new MalformedDsnException(
              "has something behind its '?' that is no key=value; percent-encode a '?' in the"
                  + " password");
        }
        keywords.put(key, decoded(pair.substring(equals + 1).replace('+', ' ')));
      }
    }
  }

  private static String decoded(String text) throws MalformedDsnException {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '%') {
        out.put(in[i]);
      } else if (i + 2 < in.length
          && HexFormat.isHexDigit(in[i + 1])
          && HexFormat.isHexDigit(in[i + 2])) {
        out.put(
            (byte) (HexFormat.fromHexDigit(in[i + 1]) * 16 + HexFormat.fromHexDigit(in[i + 2])));
        i += 2;
      } else {
        throw new MalformedDsnException("has a '%' that starts no percent-encoding; write it %25");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
    } catch (CharacterCodingException _) {
      throw new MalformedDsnException("has percent-encoded bytes that are no UTF-8");
    }
  }
}
