package io.runfabric.console.ui.detail;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.BorderPane;

/// Stub.
public final class DetailPane extends BorderPane {
  public DetailPane(
      DetailModel model, Supplier<Instant> now, Consumer<String> copy, Consumer<String> open) {}

  public void setOnClose(Runnable r) {}

  public void shown() {}

  public void hidden() {}

  public void tick() {}
}
