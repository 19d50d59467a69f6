package io.runfabric.console.backend.checkup;

/// What a vendor calls the permissions that keeping state takes.
///
/// @param create to write where nothing is
/// @param replace to write over what is there; often the same as `create`
public record Permissions(String list, String read, String create, String replace, String delete) {

  public static Permissions of(String list, String read, String write, String delete) {
    return new Permissions(list, read, write, write, delete);
  }
}
