package io.runfabric.console.ui.locks;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HeldStage;
import io.runfabric.console.operation.hold.HoldRequest;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Holds;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Question.Ask;
import io.runfabric.console.ui.write.Write;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Keeps a stage locked for maintenance, as long as the window is open.
///
/// @param stages those to choose from
/// @param chosen the one that is chosen at first
record Holding(ProjectModel project, Holds holds, List<String> stages, String chosen)
    implements Write<Project, HeldStage> {

  static final String STAGE = "stage";
  static final String REASON = "reason";
  static final String KEPT =
      "Nobody deploys it meanwhile. This window renews the lock until you release it, or close the"
          + " window.";

  @Override
  public String title() {
    return "Holding a stage";
  }

  @Override
  public Optional<String> resolvedFor(Answers answers) {
    return Optional.of(answers.to(STAGE)).filter(stage -> !stage.isEmpty());
  }

  @Override
  public Project look(ProjectSession session, Cancellation cancellation) {
    return session.project();
  }

  @Override
  public Question ask(Project open) {
    return new Question(
        "Keep a stage locked",
        KEPT,
        List.of(),
        List.of(
            new Ask(STAGE, "Stage", "Which stage", "", stages, true, chosen),
            reason(true, "Shown to whoever meets the lock.")),
        answers -> Guard.of(answers.to(STAGE)),
        "Hold",
        Tone.ACCENT);
  }

  static Ask reason(boolean required, String help) {
    return new Ask(REASON, "Reason", "Such as: moving the database", help, List.of(), required, "");
  }

  @Override
  public Deed deed(Project open, Answers answers) {
    return new Deed(
        "lock hold",
        List.of("lock", "hold", "--stage", answers.to(STAGE), "--reason", answers.to(REASON)),
        open.service(),
        answers.to(STAGE));
  }

  @Override
  public HeldStage apply(
      ProjectSession session, Project open, Answers answers, Trace trace, Cancellation cancellation)
      throws BackendException, InvalidProjectException, IOException {
    return take(
        project, holds, session, answers.to(STAGE), answers.to(REASON), /* steal= */ false, trace);
  }

  /// Locks a stage and has the window keep it.
  static HeldStage take(
      ProjectModel project,
      Holds holds,
      ProjectSession like,
      String stage,
      String reason,
      boolean steal,
      Trace trace)
      throws BackendException, InvalidProjectException, IOException {
    HoldRequest request =
        new HoldRequest(
            like.project().service(), stage, reason, LockFormat.DEFAULT_LEASE, true, steal);
    ProjectModel.Source source = project.sourceProperty().get();
    Doing ending =
        Doing.on(
                like.project(),
                "lock release",
                project.commandLine(source, List.of("lock", "release", "--stage", stage)))
            .at(request.service(), stage);
    ProjectSession own =
        ProjectSession.open(source.request().withStage(Optional.of(stage)), source.options());
    return holds.take(own, request, ending, trace);
  }

  @Override
  public Outcome tell(HeldStage held) {
    return told(held);
  }

  static Outcome told(HeldStage held) {
    return new Outcome(
        Tone.SUCCESS,
        held.request().service() + "/" + held.request().stage() + " is held.",
        List.of(KEPT));
  }
}
