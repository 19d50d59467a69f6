package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  private static final Rectangle2D MAIN = new Rectangle2D(0, 24, 1_920, 1_056);
  private static final Rectangle2D BESIDE = new Rectangle2D(1_920, 0, 1_280, 1_024);

  @TempDir private Path folder;

  @Test
  void comesBackAsItWas() throws Exception {
    Desk desk =
        new Desk(
                List.of(
                    new Desk.Left(
                        file("ä \"b\""),
                        "shop",
                        Optional.of("prod"),
                        Optional.of("local"),
                        Optional.of("s3"),
                        Optional.of("/srv/shop")),
                    left("store")),
                Optional.of(file("store")),
                Optional.empty())
            .withFrame(new WindowFrame(10, 20, 1_200, 800, true));
    Settings settings = Settings.NONE.withDesk(desk);

    String written = Json.pretty(settings.toJson());

    assertThat(Settings.of(Json.object(written.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(settings);
  }

  @Test
  void aProjectThatIsNamedTwiceIsOneProject() throws Exception {
    Desk twice = new Desk(List.of(left("shop"), left("shop")), Optional.empty(), Optional.empty());

    assertThat(Desk.of(twice.addTo(Json.MAPPER.createObjectNode())).projects())
        .containsExactly(left("shop"));
  }

  @Nested
  class Frame {

    @Test
    void staysWhereItFits() {
      WindowFrame frame = new WindowFrame(2_000, 100, 1_100, 700, false);

      assertThat(frame.on(List.of(MAIN, BESIDE))).isEqualTo(frame);
    }

    @Test
    void comesBackFromAScreenThatIsGone() {
      WindowFrame frame = new WindowFrame(2_000, 100, 1_100, 700, true);

      assertThat(frame.on(List.of(MAIN))).isEqualTo(new WindowFrame(820, 100, 1_100, 700, true));
    }

    @Test
    void isNeverLargerThanItsScreenNorPartlyBeyondIt() {
      assertThat(new WindowFrame(-50, -50, 4_000, 3_000, false).on(List.of(MAIN)))
          .isEqualTo(new WindowFrame(0, 24, 1_920, 1_056, false));
      assertThat(new WindowFrame(1_800, 1_000, 1_100, 700, false).on(List.of(MAIN)))
          .isEqualTo(new WindowFrame(820, 380, 1_100, 700, false));
    }
  }

  private Desk.Left left(String name) {
    return new Desk.Left(
        file(name), name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Path file(String name) {
    return folder.resolve(name).resolve("runfabric.yml");
  }
}
