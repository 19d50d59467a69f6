package io.runfabric.console.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the window remembers from one start to the next.
///
/// @param recents the projects opened before, the latest first, at most [#MOST_RECENTS]
/// @param habits how tables were left, and what was chosen
public record Settings(
    ThemeChoice theme, TextSize textSize, List<Recent> recents, Desk desk, Habits habits) {

  public static final int MOST_RECENTS = 12;

  /// Before anything was remembered.
  public static final Settings NONE =
      new Settings(ThemeChoice.SYSTEM, TextSize.NORMAL, List.of(), Desk.EMPTY, Habits.NONE);

  private static final int FORMAT = 1;

  public Settings {
    recents = List.copyOf(recents);
  }

  public Settings withTheme(ThemeChoice chosen) {
    return new Settings(chosen, textSize, recents, desk, habits);
  }

  public Settings withTextSize(TextSize chosen) {
    return new Settings(theme, chosen, recents, desk, habits);
  }

  /// With this project first. One that was there moves up and takes the new name.
  public Settings withRecent(Recent latest) {
    List<Recent> list = new ArrayList<>(without(latest.file()).recents);
    list.addFirst(latest);
    return withRecents(list.subList(0, Math.min(MOST_RECENTS, list.size())));
  }

  public Settings without(Path file) {
    return withRecents(recents.stream().filter(recent -> !recent.file().equals(file)).toList());
  }

  /// With another name for a project, if it is among the recent ones; it stays where it is.
  public Settings withName(Recent named) {
    return withRecents(
        recents.stream()
            .map(recent -> recent.file().equals(named.file()) ? named : recent)
            .toList());
  }

  public Settings withDesk(Desk now) {
    return new Settings(theme, textSize, recents, now, habits);
  }

  public Settings withHabits(Habits changed) {
    return new Settings(theme, textSize, recents, desk, changed);
  }

  private Settings withRecents(List<Recent> list) {
    return new Settings(theme, textSize, list, desk, habits);
  }

  ObjectNode toJson() {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("formatVersion", FORMAT).put("theme", theme.word());
    root.put("textPercent", textSize.percent());
    ArrayNode list = root.putArray("recents");
    recents.forEach(recent ->
        list.addObject().put("file", recent.file().toString()).put("name", recent.name()));
    root.set("habits", habits.toJson());
    return desk.addTo(root);
  }

  /// What can be understood of it; nothing here is worth an error.
  static Settings of(JsonNode root) {
    List<Recent> recents = new ArrayList<>();
    for (JsonNode recent : root.path("recents")) {
      try {
        Path file = Path.of(recent.path("file").asText());
        if (file.isAbsolute() && recents.size() < MOST_RECENTS) {
          recents.add(new Recent(file, recent.path("name").asText()));
        }
      } catch (InvalidPathException _) {
        // Written on another system: it cannot be opened here.
      }
    }
    return new Settings(
        ThemeChoice.of(root.path("theme").asText()),
        new TextSize(root.path("textPercent").asInt(TextSize.NORMAL.percent())),
        recents,
        Desk.of(root),
        Habits.of(root.path("habits")));
  }
}
