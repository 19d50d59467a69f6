package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.recover.Step;
import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.operation.recover.Step.Way;
import io.runfabric.console.operation.recover.Urgency;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Optional;

/// What the runbook says of a row: what is the matter, what was seen, and what to do in which
/// order.
final class TodoPage {

  private TodoPage() {}

  /// The page; none where nothing is the matter.
  static List<DetailPage> of(List<Situation> situations) {
    if (situations.isEmpty()) {
      return List.of();
    }
    DetailPage.Builder page = DetailPage.titled("What to do");
    situations.forEach(situation -> add(page, situation));
    return List.of(page.build());
  }

  private static void add(DetailPage.Builder page, Situation situation) {
    page.heading(Texts.sentence(situation.kind().words()), situation.urgency().word());
    page.note(tone(situation.urgency()), shown(situation.meaning()));
    String name = "Seen";
    for (String evidence : situation.evidence()) {
      page.text(name, Texts.sentence(shown(evidence)));
      name = "";
    }
    int number = 1;
    for (Step step : situation.steps()) {
      page.instruction(number++, shown(step.what()), action(step));
      page.command(shown(step.command()));
    }
  }

  private static Optional<Action> action(Step step) {
    return step.way() instanceof Way.ByConsole(Action action, String _)
        ? Optional.of(action)
        : Optional.empty();
  }

  private static Tone tone(Urgency urgency) {
    return switch (urgency) {
      case NOTE -> Tone.NEUTRAL;
      case WARNING -> Tone.WARNING;
      case CRITICAL -> Tone.DANGER;
    };
  }

  private static String shown(String text) {
    return Redactor.masking().text(text);
  }
}
