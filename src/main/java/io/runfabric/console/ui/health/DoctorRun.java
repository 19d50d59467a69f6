package io.runfabric.console.ui.health;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.Doctor;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Doctor in the background, once. Says on the FX thread how far it has come; the last it says is
/// an [Examination.Ended], also when it was stopped.
final class DoctorRun {

  private final Tasks tasks;
  private final Doctor doctor;
  private final Clock clock;
  private final Consumer<Examination> told;
  private final long began = System.nanoTime();
  private final AtomicBoolean tellingSoon = new AtomicBoolean();
  private final RunningTask task;
  private boolean abandoned;

  // Guarded by this: findings arrive on the work's thread.
  private final List<Finding> findings = new ArrayList<>();
  private String place = Doctor.CONFIGURATION;

  private DoctorRun(
      String title,
      Tasks tasks,
      Doctor doctor,
      Clock clock,
      Consumer<Examination> told,
      Runnable again) {
    this.tasks = tasks;
    this.doctor = doctor;
    this.clock = clock;
    this.told = told;
    task = tasks.start(job(title, again));
    task.runningProperty()
        .addListener((_, _, running) -> {
          if (!running && task.cancelled()) {
            end(halfway("the check was stopped before this was looked at"), /* whole= */ false);
          }
        });
  }

  /// Starts it. Call on the FX thread.
  ///
  /// @param again looks once more
  static DoctorRun start(
      String title,
      Tasks tasks,
      Doctor doctor,
      Clock clock,
      Consumer<Examination> told,
      Runnable again) {
    return new DoctorRun(title, tasks, doctor, clock, told, again);
  }

  private Job<Diagnosis> job(String title, Runnable again) {
    Consumer<Diagnosis> examined = diagnosis -> end(diagnosis, /* whole= */ true);
    Job<Diagnosis> job =
        doctor.mayWrite()
            ? Job.writing(title, this::examine, examined)
            : Job.reading(title, this::examine, examined);
    return job.orElse(this::failed)
        .telling(found -> Texts.count(found.findings().size(), "finding", "findings"))
        .again(again);
  }

  RunningTask task() {
    return task;
  }

  /// Asks it to stop. What was written for a trial is still removed.
  void stop() {
    task.cancel();
    tell();
  }

  /// Stops it, and says nothing any more.
  void abandon() {
    abandoned = true;
    task.abandon();
  }

  /// Where it stands.
  synchronized Examination soFar() {
    return new Examination.Running(
        doctor.mayWrite(),
        new Diagnosis(Optional.empty(), List.copyOf(findings)),
        place,
        task.cancelled());
  }

  private Diagnosis examine(Progress progress, Cancellation cancellation) {
    return doctor.examine(this::looking, finding -> found(finding, progress), cancellation);
  }

  private void looking(String at) {
    synchronized (this) {
      place = at;
    }
    tellSoon();
  }

  private void found(Finding finding, Progress progress) {
    int count;
    synchronized (this) {
      findings.add(finding);
      count = findings.size();
    }
    progress.at(count, -1);
    tellSoon();
  }

  // However fast findings come, the screen takes them when it gets to it.
  private void tellSoon() {
    if (tellingSoon.compareAndSet(false, true)) {
      tasks.onScreen(() -> {
        tellingSoon.set(false);
        tell();
      });
    }
  }

  private void tell() {
    if (task.runningProperty().get() && !abandoned) {
      told.accept(soFar());
    }
  }

  private void failed(Failure failure) {
    end(halfway("the check failed: " + failure.message()), /* whole= */ false);
  }

  private void end(Diagnosis diagnosis, boolean whole) {
    if (abandoned) {
      return;
    }
    told.accept(
        new Examination.Ended(
            doctor.mayWrite(),
            diagnosis,
            clock.instant(),
            Duration.ofNanos(System.nanoTime() - began),
            whole));
  }

  private synchronized Diagnosis halfway(String why) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(
        new Finding(
            Area.STATE, Severity.NOT_CHECKED, place, "everything else", why, "check again"));
    return new Diagnosis(Optional.empty(), List.copyOf(all));
  }
}
