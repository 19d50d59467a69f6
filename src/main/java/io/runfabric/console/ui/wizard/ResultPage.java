package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.write.CommandLine;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.ExhibitCard;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What came of it, and what to do next.
final class ResultPage extends VBox {

  private ResultPage() {
    super(16);
  }

  /// @param command the terminal command that does the same
  /// @param copied takes it, when the user copies it
  /// @param close closes the wizard
  static ResultPage of(Report report, String command, Consumer<String> copied, Runnable close) {
    ResultPage page = new ResultPage();
    VBox column = new VBox(16, PlanPage.notice(new Notice(report.tone(), report.sentence())));
    if (!report.facts().isEmpty()) {
      column
          .getChildren()
          .add(
              new ExhibitCard(
                  new Exhibit("In figures", "", Tone.NEUTRAL, report.facts(), "", Tone.NEUTRAL)));
    }
    report.notices().forEach(notice -> column.getChildren().add(PlanPage.notice(notice)));
    if (!report.next().isEmpty()) {
      column.getChildren().add(next(report.next(), close));
    }
    CommandLine line = new CommandLine(copied);
    line.show(command);
    column
        .getChildren()
        .add(new VBox(4, Texts.label("The same on the terminal", Styles.HINT), line));
    page.fill(column);
    return page;
  }

  /// It failed.
  ///
  /// @param done how many entries were done with before
  static ResultPage of(Failure failure, int done) {
    ResultPage page = new ResultPage();
    VBox column =
        new VBox(16, PlanPage.notice(new Notice(Tone.DANGER, sentence(failure.message()))));
    if (!failure.remedy().isEmpty()) {
      column.getChildren().add(new Prose(sentence(failure.remedy()), Styles.MUTED));
    }
    column
        .getChildren()
        .add(
            new Prose(
                done == 0
                    ? "Nothing was changed."
                    : Texts.count(done, "entry was", "entries were") + " done with before.",
                Styles.MUTED));
    page.fill(column);
    return page;
  }

  private static String sentence(String text) {
    String words = Texts.sentence(text);
    return words.endsWith(".") ? words : words + ".";
  }

  private void fill(VBox column) {
    var scroll = PlanPage.scrolling(column, Double.MAX_VALUE);
    setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  private static FlowPane next(List<Report.Next> all, Runnable close) {
    FlowPane buttons = new FlowPane(8, 8);
    for (Report.Next one : all) {
      Button button = new Button(one.label(), Icons.of(one.icon()));
      button.setOnAction(_ -> {
        if (one.closes()) {
          close.run();
        }
        one.action().run();
      });
      buttons.getChildren().add(button);
    }
    return buttons;
  }
}
