package io.runfabric.console.ui.drift;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of the page.
sealed interface DriftRow {

  /// Never another's.
  DocumentRef ref();

  /// `critical`, `warning`, `info`, `ignored` or `not checked`.
  String severity();

  /// The most pressing are the smallest.
  long rank();

  Tone tone();

  /// What it was compared with.
  String source();

  /// What it is about.
  String subject();

  String stage();

  String path();

  String expected();

  String actual();

  /// What it comes to.
  String sentence();

  /// The finding behind it; empty for what was not looked at.
  Optional<DriftFinding> finding();

  /// Everything of a report: what counts, what was not looked at, what is ignored.
  static List<DriftRow> of(DriftReport report) {
    List<DriftRow> rows = new ArrayList<>();
    report.findings().forEach(finding -> rows.add(new Found(finding)));
    report.notChecked().forEach(one -> rows.add(new Unchecked(one)));
    report.ignored().forEach(one -> rows.add(new Ignored(one)));
    return List.copyOf(rows);
  }

  /// Something that differs.
  record Found(DriftFinding of) implements DriftRow {

    @Override
    public DocumentRef ref() {
      return new DocumentRef("drift", of.id());
    }

    @Override
    public String severity() {
      return of.gravity().word();
    }

    @Override
    public long rank() {
      return switch (of.gravity()) {
        case CRITICAL -> 0;
        case WARNING -> 1;
        case INFO -> 2;
      };
    }

    @Override
    public Tone tone() {
      return switch (of.gravity()) {
        case CRITICAL -> Tone.DANGER;
        case WARNING -> Tone.WARNING;
        case INFO -> Tone.ACCENT;
      };
    }

    @Override
    public String source() {
      return of.against().word();
    }

    @Override
    public String subject() {
      return shown(of.entry());
    }

    @Override
    public String stage() {
      return of.stage();
    }

    @Override
    public String path() {
      return of.path();
    }

    @Override
    public String expected() {
      return shown(of.expected());
    }

    @Override
    public String actual() {
      return shown(of.actual());
    }

    @Override
    public String sentence() {
      return shown(of.sentence());
    }

    @Override
    public Optional<DriftFinding> finding() {
      return Optional.of(of);
    }
  }

  /// Something that differs and that the project has agreed to live with.
  record Ignored(IgnoredFinding of) implements DriftRow {

    private Found found() {
      return new Found(of.finding());
    }

    @Override
    public DocumentRef ref() {
      return found().ref();
    }

    @Override
    public String severity() {
      return "ignored";
    }

    @Override
    public long rank() {
      return 4;
    }

    @Override
    public Tone tone() {
      return Tone.NEUTRAL;
    }

    @Override
    public String source() {
      return found().source();
    }

    @Override
    public String subject() {
      return found().subject();
    }

    @Override
    public String stage() {
      return found().stage();
    }

    @Override
    public String path() {
      return found().path();
    }

    @Override
    public String expected() {
      return found().expected();
    }

    @Override
    public String actual() {
      return found().actual();
    }

    @Override
    public String sentence() {
      return found().sentence();
    }

    @Override
    public Optional<DriftFinding> finding() {
      return Optional.of(of.finding());
    }
  }

  /// Something that was not looked at.
  record Unchecked(NotChecked of) implements DriftRow {

    @Override
    public DocumentRef ref() {
      return new DocumentRef("not checked", of.against().word() + " " + of.what());
    }

    @Override
    public String severity() {
      return "not checked";
    }

    @Override
    public long rank() {
      return 3;
    }

    @Override
    public Tone tone() {
      return Tone.NEUTRAL;
    }

    @Override
    public String source() {
      return of.against().word();
    }

    @Override
    public String subject() {
      return shown(of.what());
    }

    @Override
    public String stage() {
      return "";
    }

    @Override
    public String path() {
      return "";
    }

    @Override
    public String expected() {
      return "";
    }

    @Override
    public String actual() {
      return "";
    }

    @Override
    public String sentence() {
      return shown(of.reason());
    }

    @Override
    public Optional<DriftFinding> finding() {
      return Optional.empty();
    }
  }

  private static String shown(String text) {
    return Redactor.masking().text(text);
  }
}
