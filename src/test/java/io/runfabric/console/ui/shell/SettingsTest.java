package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir private Path folder;

  @Nested
  class Recents {

    @Test
    void theLatestIsFirst() {
      Settings settings = Settings.NONE.withRecent(recent("a")).withRecent(recent("b"));

      assertThat(settings.recents()).containsExactly(recent("b"), recent("a"));
    }

    @Test
    void oneThatWasThereMovesUpAndTakesTheNewName() {
      Recent renamed = new Recent(recent("a").file(), "renamed");

      Settings settings =
          Settings.NONE.withRecent(recent("a")).withRecent(recent("b")).withRecent(renamed);

      assertThat(settings.recents()).containsExactly(renamed, recent("b"));
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
      Settings settings = Settings.NONE;
      for (int i = 0; i <= Settings.MOST_RECENTS; i++) {
        settings = settings.withRecent(recent("p" + i));
      }

      assertThat(settings.recents())
          .hasSize(Settings.MOST_RECENTS)
          .startsWith(recent("p" + Settings.MOST_RECENTS))
          .doesNotContain(recent("p0"));
    }

    @Test
    void oneCanBeForgotten() {
      Settings settings = Settings.NONE.withRecent(recent("a")).withRecent(recent("b"));

      assertThat(settings.without(recent("b").file()).recents()).containsExactly(recent("a"));
    }

    @Test
    void doNotChangeWithTheListTheyCameFrom() {
      List<Recent> list = new ArrayList<>(List.of(recent("a")));
      Settings settings =
          new Settings(ThemeChoice.DARK, TextSize.NORMAL, list, Desk.EMPTY, Habits.NONE);
      list.clear();

      assertThat(settings.recents()).hasSize(1);
    }
  }

  @Nested
  class AsJson {

    @Test
    void theyComeBackAsTheyWere() throws Exception {
      Settings settings =
          Settings.NONE
              .withTheme(ThemeChoice.DARK)
              .withRecent(recent("a"))
              .withRecent(new Recent(folder.resolve("ä \"b\"/runfabric.yml"), "ünïcode 😀"));

      assertThat(Settings.of(settings.toJson())).isEqualTo(settings);
      assertThat(settings.toJson().path("formatVersion").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() throws Exception {
      String file = Json.MAPPER.writeValueAsString(folder.resolve("a/runfabric.yml").toString());

      assertThat(
              read(
                  """
                  {"theme": 7, "more": {}, "recents": [
                    5, null, {}, {"file": "relative/runfabric.yml", "name": "x"},
                    {"file": "bad\\u0000path"}, {"file": %s, "name": "a"}]}
                  """
                      .formatted(file)))
          .isEqualTo(Settings.NONE.withRecent(new Recent(folder.resolve("a/runfabric.yml"), "a")));
      assertThat(read("{\"recents\": \"none\"}")).isEqualTo(Settings.NONE);
      assertThat(read("{}")).isEqualTo(Settings.NONE);
    }

    @Test
    void noMoreRecentsAreReadThanAreKept() throws Exception {
      StringBuilder many = new StringBuilder("{\"recents\": [");
      for (int i = 0; i < 50; i++) {
        String file = Json.MAPPER.writeValueAsString(recent("p" + i).file().toString());
        many.append(i == 0 ? "" : ",").append("{\"file\": ").append(file).append("}");
      }

      assertThat(read(many + "]}").recents()).hasSize(Settings.MOST_RECENTS);
    }

    private Settings read(String json) throws Exception {
      return Settings.of(Json.object(json.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private Recent recent(String name) {
    return new Recent(folder.resolve(name).resolve("runfabric.yml"), name);
  }
}
