package io.runfabric.console.operation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.change.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Where state is kept. Every look at it is through a backend opened for that.
///
/// @param options with the workspace, where there are several
record CrashPlace(ProjectRequest request, BackendOptions options) {

  Path folder() {
    return Optional.ofNullable(request.typed().getParent()).orElseThrow();
  }

  ProjectSession open() throws Exception {
    return ProjectSession.open(request, options);
  }

  /// Puts documents where nothing is.
  ///
  /// @param contents what each is to hold; one that is to hold nothing is left out
  void put(List<CrashDocument> documents, Function<CrashDocument, Optional<byte[]>> contents)
      throws Exception {
    try (ProjectSession session = open()) {
      StateBackend backend = session.backend();
      for (CrashDocument document : documents) {
        Optional<byte[]> content = contents.apply(document);
        if (content.isPresent()) {
          backend.write(document.place(backend), content.get(), Precondition.ABSENT);
        }
      }
    }
  }

  /// What is there.
  ///
  /// @param contents by name; all of it loads
  record Look(Map<String, byte[]> contents, List<Lock> locks) {}

  Look look() throws Exception {
    Map<String, byte[]> contents = new TreeMap<>();
    try (ProjectSession session = open()) {
      session.documents(
          StateFilter.PROJECT,
          found -> {
            Entry entry = found.entry();
            assertThat(entry.health().reason()).as(entry.ref().key()).isEmpty();
            Part part = entry.kind() == EntryKind.RECEIPT ? Part.RECEIPT : Part.RECORD;
            contents.put(part.word() + " " + entry.stage(), found.content().orElseThrow());
          },
          Progress.NONE,
          Cancellation.never());
      for (Journal journal : session.journals(StateFilter.PROJECT, Cancellation.never())) {
        assertThat(journal.health().reason()).as(journal.ref().key()).isEmpty();
        contents.put(
            Part.JOURNAL.word() + " " + journal.stage(),
            session.read(journal.ref()).orElseThrow().content());
      }
      return new Look(contents, session.backend().locks(Cancellation.never()));
    }
  }
}
