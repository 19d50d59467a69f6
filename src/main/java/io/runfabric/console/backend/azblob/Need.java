package io.runfabric.console.backend.azblob;

/// A permission, by its role and by its letters in a shared access signature.
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

  /// For people, to follow "give the identity".
  String words() {
    return "the role '"
        + role
        + "' on the container, or use a SAS with permission '"
        + letters
        + "'";
  }

  String remedy() {
    return "give the identity " + words();
  }
}
