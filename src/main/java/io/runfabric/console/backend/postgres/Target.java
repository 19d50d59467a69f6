package io.runfabric.console.backend.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/// The database a connection string leads to, and how.
///
/// @param hosts tried in this order; IPv6 addresses without brackets
/// @param settings of the driver, the password among them
record Target(List<Host> hosts, String database, String user, Map<String, String> settings) {

  record Host(String name, int port) {

    private static final int MOST = 65_535;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]+|[0-9A-Fa-f:.%]+");

    static Host of(String name, String port) throws MalformedDsnException {
      if (name.startsWith("/") || name.startsWith("@")) {
        throw new MalformedDsnException(
            "names a Unix socket, which is not supported; name a host, such as localhost");
      }
      if (!NAME.matcher(name).matches()) {
        throw new MalformedDsnException("names a host with characters that no host name has");
      }
      return new Host(name, number(port));
    }

    private static int number(String port) throws MalformedDsnException {
      try {
        int number = Integer.parseInt(port);
        if (number >= 1 && number <= MOST) {
          return number;
        }
      } catch (NumberFormatException _) {
        // Told below, like a number out of range.
      }
      throw new MalformedDsnException(
          "has a port that is no number from 1 to 65535; percent-encode a ':' in the password");
    }

    @Override
    public String toString() {
      return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
    }
  }

  /// Pairs hosts with ports: one port for all, or one for each.
  static List<Host> hosts(String names, String ports) throws MalformedDsnException {
    String[] name = names.split(",", -1);
    String[] port = ports.split(",", -1);
    if (port.length != 1 && port.length != name.length) {
      throw new MalformedDsnException("has not as many ports as hosts");
    }
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < name.length; i++) {
      String at = port[port.length == 1 ? 0 : i].strip();
      String host = name[i].strip();
      hosts.add(Host.of(host.isEmpty() ? "localhost" : host, at.isEmpty() ? "5432" : at));
    }
    return List.copyOf(hosts);
  }

  /// `host:port/database`, for people.
  String place() {
    return addresses() + "/" + database;
  }

  boolean hasPassword() {
    return settings.containsKey("password");
  }

  String sslMode() {
    return settings.getOrDefault("sslmode", "prefer");
  }

  /// For the driver.
  String url() {
    return "jdbc:postgresql://"
        + addresses()
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  /// For the driver.
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.putAll(settings);
    return properties;
  }

  /// Shown without the settings, which hold the password.
  @Override
  public String toString() {
    return "Target[" + place() + "]";
  }

  private String addresses() {
    return String.join(",", hosts.stream().map(Host::toString).toList());
  }
}
