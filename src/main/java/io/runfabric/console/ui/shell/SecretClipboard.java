package io.runfabric.console.ui.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Takes a copied secret off the clipboard again, unless something else was copied meanwhile. Call
/// on the FX thread.
public final class SecretClipboard {

  /// How long a secret stays.
  public static final Duration STAYS = Duration.ofSeconds(30);

  /// The system's clipboard.
  public interface Board {

    /// The text on it; empty when there is none.
    String text();

    void put(String text);

    void clear();
  }

  private final Board board;
  private final BiConsumer<Duration, Runnable> later;
  private Optional<Copied> last = Optional.empty();

  // Never equal to another: the same secret copied twice stays its full time.
  private static final class Copied {
    private final String text;

    Copied(String text) {
      this.text = text;
    }
  }

  /// @param later runs something on the FX thread after some time
  public SecretClipboard(Board board, BiConsumer<Duration, Runnable> later) {
    this.board = board;
    this.later = later;
  }

  public void copy(String secret) {
    Copied copied = new Copied(secret);
    last = Optional.of(copied);
    board.put(secret);
    later.accept(
        STAYS,
        () -> {
          if (last.equals(Optional.of(copied))) {
            forget();
          }
        });
  }

  /// Takes it off now.
  public void forget() {
    last.filter(copied -> copied.text.equals(board.text())).ifPresent(_ -> board.clear());
    last = Optional.empty();
  }
}
