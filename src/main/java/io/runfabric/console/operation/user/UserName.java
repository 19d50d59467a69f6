package io.runfabric.console.operation.user;

import io.runfabric.console.backend.ThisMachine;

/// Who works, and on which machine.
///
/// @param host empty when the machine has no name
public record UserName(String user, String host) {

  /// This process's.
  public static UserName ofThisProcess() {
    return new UserName(System.getProperty("user.name", ""), ThisMachine.host());
  }

  /// `user@host`.
  @Override
  public String toString() {
    return host.isEmpty() ? user : user + "@" + host;
  }
}
