package io.runfabric.console.backend.azblob;

/// What is tried, for the error should it fail.
///
/// @param doing such as `list azblob://account/container/prod/ (https://…)`
/// @param need what it takes
/// @param container its name
record Attempt(String doing, Need need, String container) {

  /// A permission, by its role and by its letter in a shared access signature.
  enum Need {
    READ("Storage Blob Data Reader", "r"),
    LIST("Storage Blob Data Reader", "l"),
    WRITE("Storage Blob Data Contributor", "cw"),
    DELETE("Storage Blob Data Contributor", "d");

    private final String role;
    private final String letters;

    Need(String role, String letters) {
      this.role = role;
      this.letters = letters;
    }

    String remedy() {
      return "give the identity the role '"
          + role
          + "' on the container, or use a SAS with permission '"
          + letters
          + "'";
    }
  }
}
