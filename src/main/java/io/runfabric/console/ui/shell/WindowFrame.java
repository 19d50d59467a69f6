package io.runfabric.console.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/// Where the window stood and how large it was, while it was not maximised.
public record WindowFrame(double x, double y, double width, double height, boolean maximised) {

  /// The same on screens as they are now: no larger than the screen it is on, and wholly within it.
  /// Where it stood may be on a screen that is gone.
  ///
  /// @param screens what windows may cover of each, the main one first
  public WindowFrame on(List<Rectangle2D> screens) {
    Rectangle2D mine = new Rectangle2D(x, y, width, height);
    Rectangle2D main = screens.getFirst();
    Rectangle2D screen =
        screens.stream().filter(one -> one.intersects(mine)).findFirst().orElse(main);
    double fittingWidth = Math.min(width, screen.getWidth());
    double fittingHeight = Math.min(height, screen.getHeight());
    return new WindowFrame(
        Math.clamp(x, screen.getMinX(), screen.getMaxX() - fittingWidth),
        Math.clamp(y, screen.getMinY(), screen.getMaxY() - fittingHeight),
        fittingWidth,
        fittingHeight,
        maximised);
  }

  ObjectNode toJson() {
    return Json.MAPPER
        .createObjectNode()
        .put("x", x)
        .put("y", y)
        .put("width", width)
        .put("height", height)
        .put("maximised", maximised);
  }

  static Optional<WindowFrame> of(JsonNode node) {
    boolean whole =
        Stream.of("x", "y", "width", "height")
            .allMatch(name -> Double.isFinite(node.path(name).asDouble(Double.NaN)));
    WindowFrame frame =
        new WindowFrame(
            node.path("x").asDouble(),
            node.path("y").asDouble(),
            node.path("width").asDouble(),
            node.path("height").asDouble(),
            node.path("maximised").asBoolean());
    return Optional.of(frame).filter(one -> whole && one.width > 0 && one.height > 0);
  }
}
