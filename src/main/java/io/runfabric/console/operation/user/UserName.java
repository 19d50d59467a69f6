package io.runfabric.console.operation.user;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Who works, and on which machine.
///
/// @param host empty when the machine has no name
public record UserName(String user, String host) {

  /// This process's.
  public static UserName ofThisProcess() {
    return new UserName(System.getProperty("user.name", ""), hostName());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "";
    }
  }

  /// `user@host`.
  @Override
  public String toString() {
    return host.isEmpty() ? user : user + "@" + host;
  }
}
