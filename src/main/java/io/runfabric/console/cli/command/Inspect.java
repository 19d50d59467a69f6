package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.StateText;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.DocumentView;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StageInspection;
import io.runfabric.console.operation.StageInspection.Inspected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `inspect`: everything one stage has.
@Command(
    name = "inspect",
    description = "Show one stage: its receipt, state records, locks and journal.",
    footer = {
      "%nExamples:",
      "  runfabric-console inspect --stage prod",
      "  runfabric-console inspect -s dev --json | jq .result.lock.record"
    })
final class Inspect extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();

  Inspect(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    StageInspection stage = inspect(session);
    json.writeStringField("service", session.project().service());
    json.writeStringField("stage", stage.stage());
    json.writeStringField("backend", session.backend().kind().word());
    // The engine's three fields know one lock and one journal: those of the stage's own deploys.
    engineField(
        json,
        "lock",
        "local",
        stage.locks().stream().filter(l -> l.row().source() != Lock.Source.RECORD).findFirst());
    engineField(json, "journal", "local", stage.journals().stream().findFirst());
    engineField(
        json, "receipt", session.backend().kind().word(), stage.receipts().stream().findFirst());
    json.writeArrayFieldStart("entries");
    for (Inspected<Entry> entry : all(stage)) {
      json.writeStartObject();
      StateJson.entryFields(json, entry.row());
      if (entry.view().flatMap(DocumentView::document).isPresent()) {
        json.writeFieldName("document");
        json.writeTree(entry.view().flatMap(DocumentView::document).get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.locks(json, stage.locks().stream().map(Inspected::row).toList());
    StateJson.journals(json, stage.journals().stream().map(Inspected::row).toList());
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    StageInspection stage = inspect(session);
    var out = terminal().out();
    StateText text = new StateText(out, coloured(), session.now());
    Headline.print(session, terminal(), coloured());
    if (stage.isEmpty()) {
      out.println("Stage " + Plain.text(stage.stage()) + " has no state here.");
      return;
    }
    try (TextTable table = text.entryTable()) {
      all(stage).forEach(entry -> text.add(table, entry.row()));
    }
    text.locks(stage.locks().stream().map(Inspected::row).toList());
    text.journals(stage.journals().stream().map(Inspected::row).toList());
    for (Inspected<Entry> entry : all(stage)) {
      document(text, entry.row().ref().key(), entry.view());
    }
    for (Inspected<Lock> lock : stage.locks()) {
      document(text, lock.row().ref().key(), lock.view());
    }
    stage.journals().forEach(j -> document(text, j.row().ref().key(), j.view()));
  }

  private void document(StateText text, String key, Optional<DocumentView> view) {
    text.heading(Plain.text(key));
    view.filter(found -> !found.problem().isEmpty())
        .ifPresent(found ->
            terminal()
                .out()
                .println(
                    Style.DANGER.paint(
                        "does not load: " + Plain.text(found.problem()), coloured())));
    terminal()
        .out()
        .println(
            view.map(found -> Plain.lines(found.text().stripTrailing()))
                .orElse("cannot be read, or gone meanwhile"));
  }

  private StageInspection inspect(ProjectSession session) throws Exception {
    return StageInspection.of(
        session,
        project().stage().orElse(session.project().stage()),
        filters.filter(project().stage()),
        output().redactor(),
        terminal().cancellation());
  }

  private static List<Inspected<Entry>> all(StageInspection stage) {
    List<Inspected<Entry>> all = new ArrayList<>(stage.receipts());
    all.addAll(stage.records());
    return all;
  }

  private static <T> void engineField(
      JsonGenerator json, String name, String backend, Optional<Inspected<T>> found)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("backend", backend);
    json.writeFieldName("record");
    Optional<DocumentView> view = found.flatMap(Inspected::view);
    if (view.isEmpty()) {
      json.writeNull();
    } else if (view.get().document().isPresent() && view.get().problem().isEmpty()) {
      json.writeTree(view.get().document().get());
    } else {
      json.writeStartObject();
      json.writeStringField("error", view.get().problem());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
