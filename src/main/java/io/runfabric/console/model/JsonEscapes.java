package io.runfabric.console.model;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/// What JSON would let stand and a terminal would obey is escaped too: the same text to whoever
/// parses it, and nothing to whoever prints it.
final class JsonEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7f;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  // Pairs come in halves, of which each is one of the unseen; what they make seldom is.
  @Override
  public @Nullable SerializableString getEscapeSequence(int unit) {
    return Unseen.is(unit) && !Character.isSurrogate((char) unit)
        ? new SerializedString(Unseen.number(unit))
        : null;
  }
}
