package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.ui.detail.DetailLine.CommandText;
import io.runfabric.console.ui.detail.DetailLine.Field;
import io.runfabric.console.ui.detail.DetailLine.Heading;
import io.runfabric.console.ui.detail.DetailLine.Instruction;
import io.runfabric.console.ui.detail.DetailLine.Note;
import io.runfabric.console.ui.detail.DetailLine.SideBySide;
import io.runfabric.console.ui.detail.DetailLine.Step;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One tab of the detail pane.
///
/// @param items how many things the page lists; negative when counting them says nothing
public record DetailPage(String title, int items, List<DetailLine> lines) {

  /// A page that is put together line by line. Values that are empty are left out.
  static Builder titled(String title) {
    return new Builder(title);
  }

  /// Puts a page together.
  static final class Builder {

    private final String title;
    private final List<DetailLine> lines = new ArrayList<>();
    private int items = -1;

    private Builder(String title) {
      this.title = title;
    }

    Builder counting(int found) {
      items = found;
      return this;
    }

    Builder heading(String text) {
      return heading(text, "");
    }

    Builder heading(String text, String aside) {
      lines.add(new Heading(text, aside));
      return this;
    }

    Builder text(String name, String value) {
      return field(name, value, Look.TEXT);
    }

    Builder mono(String name, String value) {
      return field(name, value, Look.MONO);
    }

    Builder time(String name, String stored) {
      return field(name, stored, Timestamps.parse(stored).isPresent() ? Look.TIME : Look.TEXT);
    }

    /// A value whose meaning is not known.
    Builder value(String name, String value) {
      return field(name, value, Look.of(value));
    }

    Builder values(Map<String, String> values) {
      values.forEach(this::value);
      return this;
    }

    /// A group of values; nothing when there are none.
    Builder values(String heading, Map<String, String> values) {
      return values.isEmpty() ? this : heading(heading).values(values);
    }

    Builder note(Tone tone, String text) {
      if (!text.isEmpty()) {
        lines.add(new Note(tone, text));
      }
      return this;
    }

    Builder sideBySide(String leftTitle, String left, String rightTitle, String right) {
      lines.add(new SideBySide(leftTitle, left, rightTitle, right));
      return this;
    }

    Builder step(String name, String status, Tone tone, boolean last) {
      lines.add(new Step(name, status, tone, last));
      return this;
    }

    Builder instruction(int number, String what, Optional<Action> action) {
      lines.add(new Instruction(number, what, action));
      return this;
    }

    Builder command(String line) {
      if (!line.isEmpty()) {
        boolean beneath = !lines.isEmpty() && lines.getLast() instanceof Instruction;
        lines.add(new CommandText(line, beneath));
      }
      return this;
    }

    DetailPage build() {
      return new DetailPage(title, items, List.copyOf(lines));
    }

    private Builder field(String name, String value, Look look) {
      if (!value.isEmpty()) {
        lines.add(new Field(name, value, look));
      }
      return this;
    }
  }
}
