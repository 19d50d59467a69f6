package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.cutover.Cutover;
import io.runfabric.console.operation.migrate.Migration;
import io.runfabric.console.operation.migrate.MigrationPlan;
import io.runfabric.console.operation.migrate.PhaseTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A migration for scripts: the engine's `from`, `to` and `migrated`, and every document with its
/// verdict and digest.
public record MigrationJson(Migration migration, Redactor redactor) {

  public void plan(JsonGenerator json, MigrationPlan plan, boolean dryRun) throws IOException {
    head(json, plan, 0, dryRun);
    body(json, plan);
  }

  public void done(JsonGenerator json, MigrationPlan plan, Migration.Result result)
      throws IOException {
    Outcome outcome = result.outcome();
    head(json, plan, outcome.done().size(), false);
    long arrived = plan.changes().changes().stream().filter(PlannedChange::arrives).count();
    json.writeNumberField("verified", arrived);
    json.writeStringField("digest", Migration.digest(plan).value());
    json.writeObjectFieldStart("milliseconds");
    for (PhaseTimes.Phase phase : result.phases()) {
      json.writeNumberField(phase.name(), phase.time().toMillis());
    }
    json.writeEndObject();
    if (result.before().isPresent()) {
      json.writeStringField("before", result.before().get().toString());
    }
    if (result.keptConfiguration().isPresent()) {
      Path kept = result.keptConfiguration().get();
      json.writeStringField("keptConfiguration", kept.toString());
      json.writeStringField(
          "goBack", MigrationText.back(kept, migration.ends().source().project().file()));
    }
    ChangeJson.failures(json, outcome);
    body(json, plan);
  }

  private void head(JsonGenerator json, MigrationPlan plan, int migrated, boolean dryRun)
      throws IOException {
    json.writeStringField("service", migration.ends().source().project().service());
    json.writeStringField("from", migration.ends().from().word());
    json.writeStringField("to", migration.ends().to().word());
    json.writeNumberField("migrated", migrated);
    json.writeBooleanField("dryRun", dryRun);
    json.writeStringField("source", migration.ends().source().backend().location());
    json.writeStringField("target", migration.ends().target().backend().location());
    json.writeBooleanField(
        "cutover", plan.cutover().map(change -> !change.nothingToDo()).orElse(false));
  }

  private void body(JsonGenerator json, MigrationPlan plan) throws IOException {
    json.writeArrayFieldStart("leftBehind");
    for (MigrationPlan.LeftBehind document : plan.leftBehind()) {
      json.writeStartObject();
      json.writeStringField("key", document.ref().key());
      json.writeStringField("reason", document.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.texts(json, "stays", plan.stays());
    json.writeObjectFieldStart("otherServices");
    for (Map.Entry<String, Long> other : plan.otherServices().entrySet()) {
      json.writeNumberField(other.getKey(), other.getValue());
    }
    json.writeEndObject();
    StateJson.texts(json, "warnings", plan.warnings());
    Optional<Cutover> cutover = plan.cutover().filter(change -> !change.nothingToDo());
    json.writeArrayFieldStart("configurationChanges");
    if (cutover.isPresent()) {
      for (Cutover.Line line : cutover.get().lines()) {
        json.writeString(
            switch (line) {
              case Cutover.Line.Removed(String text) -> "- " + text;
              case Cutover.Line.Added(String text) -> "+ " + text;
            });
      }
    }
    json.writeEndArray();
    ChangeJson.locks(json, plan.standings());
    new ChangeJson(redactor, "source").entries(json, plan.changes());
  }
}
