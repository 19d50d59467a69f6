package io.runfabric.console.cli.output;

import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.Verdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Findings for people, place by place, as they are made.
public final class DoctorText {

  private static final int SEVERITY_WIDTH = 13;
  private static final int SUBJECT_WIDTH = 24;
  private static final String INDENT = " ".repeat(2 + SEVERITY_WIDTH);

  private final PrintStream out;
  private final boolean coloured;
  private final List<Finding> group = new ArrayList<>();
  private String place = "";

  public DoctorText(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /// Prints what was found; findings that differ in their subject only are told together.
  public void print(Finding finding) {
    if (!group.isEmpty() && !alike(group.getFirst(), finding)) {
      printGroup();
    }
    group.add(finding);
  }

  private static boolean alike(Finding one, Finding other) {
    return one.place().equals(other.place())
        && one.severity() == other.severity()
        && one.evidence().equals(other.evidence())
        && one.remedy().equals(other.remedy());
  }

  private void printGroup() {
    Finding first = group.getFirst();
    if (!first.place().equals(place)) {
      out.println((place.isEmpty() ? "" : System.lineSeparator()) + heading(first.place()));
      place = first.place();
    }
    String subjects =
        shown(group.stream().map(Finding::subject).distinct().collect(Collectors.joining(", ")));
    boolean fits = subjects.codePointCount(0, subjects.length()) < SUBJECT_WIDTH;
    out.println(
        "  "
            + style(first.severity())
                .paint(padded(words(first.severity()), SEVERITY_WIDTH), coloured)
            + (fits ? padded(subjects, SUBJECT_WIDTH) : subjects + System.lineSeparator() + INDENT)
            + shown(first.evidence()));
    if (!first.remedy().isEmpty()) {
      out.println(INDENT + Style.NOTICE.paint("next: ", coloured) + shown(first.remedy()));
    }
    out.flush();
    group.clear();
  }

  /// The sum, and what can be mended.
  ///
  /// @param fixing whether mending was asked for already
  public void close(Diagnosis diagnosis, boolean fixing) {
    if (!group.isEmpty()) {
      printGroup();
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity :
        List.of(
            Severity.CRITICAL,
            Severity.WARNING,
            Severity.NOT_CHECKED,
            Severity.INFO,
            Severity.OK)) {
      long count = diagnosis.count(severity);
      if (count > 0) {
        counts.add(count + " " + words(severity));
      }
    }
    out.println();
    out.println(verdict(diagnosis) + " (" + String.join(", ", counts) + ")");
    if (!fixing && !diagnosis.repairs().isEmpty()) {
      out.println("The console can mend some of it: runfabric-console doctor --fix");
    }
  }

  private String verdict(Diagnosis diagnosis) {
    Verdict verdict = Verdict.of(diagnosis.worst());
    Style style =
        switch (verdict) {
          case GOOD -> Style.GOOD;
          case NOT_ALL_CHECKED, WORKS -> Style.WARNING;
          case WRONG -> Style.DANGER;
        };
    return style.paint(verdict.sentence(), coloured);
  }

  private String heading(String title) {
    String shown = shown(title);
    return Style.HEADING.paint(
        shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1), coloured);
  }

  private static String words(Severity severity) {
    return severity.word().replace('-', ' ');
  }

  private static Style style(Severity severity) {
    return switch (severity) {
      case OK -> Style.GOOD;
      case INFO -> Style.NOTICE;
      case NOT_CHECKED, WARNING -> Style.WARNING;
      case CRITICAL -> Style.DANGER;
    };
  }

  private static String padded(String text, int width) {
    String shown = shown(text);
    return shown + " ".repeat(Math.max(1, width - shown.codePointCount(0, shown.length())));
  }

  private static String shown(String text) {
    return Plain.text(Redactor.masking().text(text));
  }
}
