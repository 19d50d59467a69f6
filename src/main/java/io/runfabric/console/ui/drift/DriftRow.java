package io.runfabric.console.ui.drift;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.ui.detail.DriftPage;
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

  /// Something that differs, whether it counts or not.
  sealed interface Differing extends DriftRow {

    DriftFinding differs();

    @Override
    default DocumentRef ref() {
      return new DocumentRef("drift", differs().id());
    }

    @Override
    default String source() {
      return differs().against().word();
    }

    @Override
    default String subject() {
      return shown(differs().entry());
    }

    @Override
    default String stage() {
      return differs().stage();
    }

    @Override
    default String path() {
      return differs().path();
    }

    @Override
    default String expected() {
      return shown(differs().expected());
    }

    @Override
    default String actual() {
      return shown(differs().actual());
    }

    @Override
    default String sentence() {
      return shown(differs().sentence());
    }

    @Override
    default Optional<DriftFinding> finding() {
      return Optional.of(differs());
    }
  }

  /// Something that differs and that counts.
  record Found(DriftFinding differs) implements Differing {

    @Override
    public String severity() {
      return differs.gravity().word();
    }

    @Override
    public long rank() {
      return switch (differs.gravity()) {
        case CRITICAL -> 0;
        case WARNING -> 1;
        case INFO -> 2;
      };
    }

    @Override
    public Tone tone() {
      return DriftPage.tone(differs.gravity());
    }
  }

  /// Something that differs and that the project has agreed to live with.
  record Ignored(IgnoredFinding of) implements Differing {

    @Override
    public DriftFinding differs() {
      return of.finding();
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
