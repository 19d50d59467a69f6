package io.runfabric.console;

/// Picks the face: no arguments, or a path to a runfabric.yml, opens the window; a command runs
/// headless.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.out.println("RunFabric Console");
  }
}
