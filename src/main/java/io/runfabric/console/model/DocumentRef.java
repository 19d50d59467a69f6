package io.runfabric.console.model;

/// Where a document is kept within a project's state.
///
/// @param source the id of the store, such as `local` or `sqlite`
/// @param key the store's own name for the document: a path below the project folder, an object
///   key, or `table[workspace]/stage`
public record DocumentRef(String source, String key) {

  @Override
  public String toString() {
    return source + ":" + key;
  }
}
