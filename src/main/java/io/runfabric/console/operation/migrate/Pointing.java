package io.runfabric.console.operation.migrate;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.config.BackendChange;
import io.runfabric.console.config.BackendEditor;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.config.UneditableException;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.cutover.Cutover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plans how the source's configuration is pointed at the target, and makes sure beforehand that it
/// then leads there for every stage that moved, and elsewhere for none that did not.
///
/// @param request the source's configuration as it is, without a kind of its own
/// @param stages whose entries move
/// @param only the one stage that is migrated; empty when all are
record Pointing(ProjectRequest request, Ends ends, Set<String> stages, Optional<String> only) {

  Cutover plan() throws BackendException {
    Project source = ends.source().project();
    Project target = ends.target().project();
    try {
      List<BackendChange> changes = new ArrayList<>();
      if (ends.moved().contains(EntryKind.RECEIPT)) {
        changes.add(BackendChange.to(target.backend(), source.folder(), only));
      }
      if (ends.moved().contains(EntryKind.RECORD)) {
        changes.add(records(target));
      }
      Cutover cutover = Cutover.of(source.file(), changes.toArray(BackendChange[]::new));
      if (ends.moved().contains(EntryKind.RECEIPT)) {
        requireRight(cutover, target.backend());
      }
      return cutover;
    } catch (UneditableException e) {
      throw refusal("the configuration cannot be changed: " + e.sentence()).causedBy(e);
    }
  }

  private BackendChange records(Project target) throws BackendException {
    RecordStore store = target.records().store();
    if (only.isPresent()) {
      throw refusal("the state: block holds for all stages, and only " + only.get() + " moves");
    }
    if (!ends.inOneFolder() || !ends.source().project().file().equals(target.file())) {
      throw refusal("the state: block of another file is not copied");
    }
    return BackendChange.ofRecords(store.kind());
  }

  private void requireRight(Cutover cutover, BackendSettings wanted)
      throws BackendException, UneditableException {
    for (String stage : stages) {
      if (!backend(cutover.text(), stage).equals(Optional.of(wanted))) {
        throw refusal(
            "stage "
                + stage
                + (BackendEditor.overridden(cutover.text(), stage)
                    ? " has a backend: block of its own; migrate it by itself with -s " + stage
                    : " would not lead to the target afterwards"));
      }
    }
    for (String stage : ends.source().project().stages()) {
      if (only.isPresent()
          && !only.get().equals(stage)
          && !backend(cutover.text(), stage).equals(backend(cutover.textBefore(), stage))) {
        throw refusal("stage " + stage + " would be led elsewhere, though it does not move");
      }
    }
  }

  private Optional<BackendSettings> backend(String text, String stage) {
    try {
      return Optional.of(
          ProjectLoader.load(request.withStage(Optional.of(stage)), text).project().backend());
    } catch (InvalidProjectException _) {
      return Optional.empty();
    }
  }

  private static BackendException refusal(String why) {
    return new BackendException(
        Code.UNSUPPORTED,
        why,
        "leave --cutover out and change the file by hand once the state has moved");
  }
}
