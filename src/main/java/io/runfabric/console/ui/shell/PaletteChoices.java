package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.palette.Choice;
import io.runfabric.console.ui.shell.palette.Choice.Kind;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.StageBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the palette offers: what can be done on the page, the window's actions and pages, the
/// projects opened before, and of the open project its stages and everything that is listed.
final class PaletteChoices {

  private final WindowModel window;
  private final Commands commands;
  private final List<PageAction> onPage;

  /// @param onPage what can be done on the page on screen
  PaletteChoices(WindowModel window, Commands commands, List<PageAction> onPage) {
    this.window = window;
    this.commands = commands;
    this.onPage = onPage;
  }

  /// What there is now. Call on the FX thread; what it returns is asked in the background.
  Supplier<List<Choice>> now() {
    List<Choice> choices = new ArrayList<>();
    onPage.forEach(action -> choices.add(pageAction(action)));
    commands.all().stream()
        .filter(command -> command.enabled().getValue() && !command.equals(commands.palette()))
        .forEach(command -> choices.add(action(command)));
    for (ThemeChoice theme : ThemeChoice.values()) {
      choices.add(theme(theme));
    }
    Optional<ProjectModel> project = window.projectProperty().get();
    window.recents().stream()
        .filter(recent -> window.projects().of(recent.file()).isEmpty())
        .forEach(recent -> choices.add(project(recent)));
    window.projects().all().stream()
        .filter(open -> !window.projects().active().equals(Optional.of(open)))
        .forEach(open -> choices.add(project(open)));
    project.ifPresent(open -> open.stages().forEach(stage -> choices.add(stage(open, stage))));
    List<Entry> entries = project.map(open -> List.copyOf(open.entries())).orElse(List.of());
    List<Lock> locks = project.map(open -> List.copyOf(open.locks())).orElse(List.of());
    List<Journal> journals = project.map(open -> List.copyOf(open.journals())).orElse(List.of());
    return () -> {
      List<Choice> all = new ArrayList<>(choices);
      entries.forEach(entry -> all.add(entry(entry)));
      locks.forEach(lock -> all.add(lock(lock)));
      journals.forEach(journal -> all.add(journal(journal)));
      return all;
    };
  }

  // What is offered and still cannot be done is something that writes.
  private Choice pageAction(PageAction action) {
    Command command = action.command();
    boolean enabled = command.enabled().getValue();
    String page = window.placeProperty().get().kind().title();
    return new Choice(
        Kind.ACTION,
        "on page " + page + " " + command.title(),
        command.title(),
        joined(page, action.about(), enabled ? "" : "not in read-only mode"),
        command.icon(),
        command.keysShown(),
        enabled,
        command::run);
  }

  private Choice action(Command command) {
    boolean page =
        commands.places().containsValue(command) || commands.across().containsValue(command);
    return new Choice(
        page ? Kind.PAGE : Kind.ACTION,
        "command " + command.title(),
        command.title(),
        "",
        command.icon(),
        command.keysShown(),
        command::run);
  }

  private Choice theme(ThemeChoice theme) {
    return new Choice(
        Kind.ACTION,
        "theme " + theme.word(),
        "Theme: " + theme.title(),
        "",
        switch (theme) {
          case SYSTEM -> Icons.SYSTEM;
          case LIGHT -> Icons.LIGHT;
          case DARK -> Icons.DARK;
        },
        "",
        () -> window.themeProperty().set(theme));
  }

  private Choice project(Recent recent) {
    return new Choice(
        Kind.PROJECT,
        "project " + recent.file(),
        recent.name(),
        recent.folder(),
        Icons.OPEN,
        "",
        () -> window.open(recent.file()));
  }

  private Choice project(OpenProject open) {
    return new Choice(
        Kind.PROJECT,
        "project " + open.file(),
        open.name(),
        "open, " + open.status().words(),
        Icons.OPEN,
        "",
        () -> window.show(open));
  }

  private static Choice stage(ProjectModel project, String stage) {
    return new Choice(
        Kind.STAGE,
        "stage " + stage,
        "Resolve for stage " + stage,
        "",
        Icons.STAGES,
        "",
        () -> project.chooseStage(stage));
  }

  private Choice entry(Entry entry) {
    boolean receipt = entry.kind() == EntryKind.RECEIPT;
    return new Choice(
        receipt ? Kind.RECEIPT : Kind.RECORD,
        "entry " + entry.ref(),
        StageBadge.word(entry.stage()),
        joined(entry.service(), entry.provider(), entry.ref().key()),
        receipt ? Icons.RECEIPTS : Icons.RECORDS,
        "",
        () -> window.go(Place.RECEIPTS.at(entry.ref())));
  }

  private Choice lock(Lock lock) {
    return new Choice(
        Kind.LOCK,
        "lock " + lock.ref(),
        StageBadge.word(lock.stage()),
        joined(lock.service(), lock.state().word(), lock.holder(), lock.operation()),
        Icons.LOCKS,
        "",
        () -> window.go(Place.LOCKS.at(lock.ref())));
  }

  private Choice journal(Journal journal) {
    return new Choice(
        Kind.JOURNAL,
        "journal " + journal.ref(),
        StageBadge.word(journal.stage()),
        joined(
            journal.service(),
            journal.operation(),
            journal.status(),
            journal.interrupted() ? "interrupted" : ""),
        Icons.JOURNALS,
        "",
        () -> window.go(Place.JOURNALS.at(journal.ref())));
  }

  private static String joined(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" · "));
  }
}
