package io.runfabric.console.ui.table;

import java.util.Locale;

/// Words how many rows there are: `3,400 entries`, `12 of 3,400 entries`.
///
/// @param one the word for one row, such as `entry`
/// @param many the word for several, such as `entries`
public record RowCount(String one, String many) {

  public String words(int visible, int total) {
    String noun = total == 1 ? one : many;
    String all = String.format(Locale.ROOT, "%,d %s", total, noun);
    return visible == total ? all : String.format(Locale.ROOT, "%,d of %s", visible, all);
  }
}
