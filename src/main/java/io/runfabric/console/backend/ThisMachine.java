package io.runfabric.console.backend;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// The machine this process runs on, as others may be told of it.
public final class ThisMachine {

  private static final String HOST_NAME = hostName();

  private ThisMachine() {}

  /// What the system calls it; empty when it has no name.
  public static String host() {
    return HOST_NAME;
  }

  /// The name that tells it from other machines; empty where it has none of its own, so that it may
  /// be any and nothing is known of the processes of whoever writes that name.
  public static Optional<String> name() {
    return Optional.of(HOST_NAME).filter(name -> !name.isEmpty() && !name.equals("localhost"));
  }

  /// Whether no process of this machine has this id any more.
  public static boolean ended(long pid) {
    return ProcessHandle.of(pid).isEmpty();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "";
    }
  }
}
