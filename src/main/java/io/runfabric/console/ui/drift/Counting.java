package io.runfabric.console.ui.drift;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.drift.DriftIgnoreFile;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Ends the agreement to live with a finding.
///
/// @param done told the finding's id
record Counting(IgnoredFinding ignored, Consumer<String> done) implements Write<Project, String> {

  @Override
  public String title() {
    return "Counting a finding again";
  }

  @Override
  public Project look(ProjectSession session, Cancellation cancellation) {
    return session.project();
  }

  @Override
  public Question ask(Project project) {
    return new Question(
        "Count this finding again?",
        "It is taken off the list in `.runfabric/drift-ignore.yml`, where it stands until "
            + ignored.until()
            + " because: "
            + ignored.reason(),
        List.of(),
        Optional.empty(),
        "Count it again",
        Tone.ACCENT);
  }

  @Override
  public Deed deed(Project project, Answers answers) {
    return new Deed(
        "drift unignore",
        List.of("drift", "unignore", ignored.finding().id()),
        project.service(),
        ignored.finding().stage());
  }

  @Override
  public String apply(
      ProjectSession session,
      Project project,
      Answers answers,
      Trace trace,
      Cancellation cancellation)
      throws BackendException, InvalidProjectException {
    new DriftIgnoreFile(project).unignore(ignored.finding().id(), trace);
    return ignored.finding().id();
  }

  @Override
  public Outcome tell(String id) {
    done.accept(id);
    return new Outcome(Tone.SUCCESS, "It counts again.", List.of());
  }
}
