package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.task.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailPaneTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  private final List<String> copied = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private boolean holds;
  private Redactor redactor = Redactor.masking();
  private Instant now = NOW;
  private boolean closed;
  private ProjectSession session;
  private DetailModel model;
  private DetailPane pane;
  private PaneOnScreen screen;

  @BeforeAll
  static void start() {
    Toolkit.start();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() throws Exception {
    Path config = SampleProject.write(folder.resolve("sample"), CLOCK);
    session = ProjectSession.open(ProjectRequest.of(config), BackendOptions.standard());
    Tasks tasks = new Tasks(this::work, Runnable::run);
    model = new DetailModel(tasks, () -> Optional.of(session), () -> redactor, Duration.ZERO);
    screen =
        PaneOnScreen.of(() ->
            new DetailPane(
                model, () -> now, copied::add, opened::add, _ -> {}, _ -> Optional.empty()));
    pane = screen.pane();
    pane.setOnClose(() -> closed = true);
  }

  @AfterEach
  void close() throws Exception {
    screen.close();
    session.close();
  }

  @Test
  void aReceiptHasATabForEverythingInIt() throws Exception {
    select(receipt("prod"));

    assertThat(screen.tabs())
        .containsExactly(
            "Summary", "Outputs 6", "Functions 3", "Artifacts 3", "Metadata 2", "Raw JSON");
    assertThat(screen.words()).contains("prod", "Receipt · checkout-api · aws-lambda");
    screen.picture("receipt-summary");
    for (String title : List.of("Outputs", "Functions", "Artifacts", "Metadata", "Raw JSON")) {
      screen.choose(title);
      screen.picture("receipt-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
  }

  @Test
  void aStateRecordTellsItsLifecycleAndAddresses() throws Exception {
    select(record("staging", "aws-lambda"));

    assertThat(screen.tabs())
        .containsExactly("Summary", "Addresses 1", "Secret references 1", "Details", "Raw JSON");
    assertThat(screen.words()).contains("failed", "State record · checkout-api · aws-lambda");
    screen.picture("record");
    screen.choose("Details");
    assertThat(screen.words()).contains("apiKey", "hidden", "memoryMb", "256");
    screen.picture("record-details");
  }

  @Test
  void aLockTellsItsHolderAndHidesItsToken() throws Exception {
    select(lock("dev"));

    assertThat(screen.tabs()).containsExactly("Summary", "Raw JSON");
    assertThat(screen.words()).contains("stale", "The lease has ended", "Owner token", "hidden");
    screen.picture("lock");
  }

  @Test
  void aJournalHasATimeline() throws Exception {
    select(journal("canary"));

    assertThat(screen.tabs()).containsExactly("Summary", "Timeline 6", "Raw JSON");
    assertThat(screen.words()).contains("interrupted", "no deploy holds the lock");
    screen.picture("journal");
    screen.choose("Timeline");
    assertThat(screen.words()).contains("provision", "failed", "1 of 3 reached");
    screen.picture("journal-timeline");
  }

  @Test
  void anUnreadableReceiptSaysWhyAndStillShowsItsText() throws Exception {
    select(receipt("qa"));

    assertThat(screen.words()).contains("unreadable", "This receipt does not load: not valid JSON");
    screen.picture("unreadable");
    screen.choose("Raw JSON");
    assertThat(screen.words()).contains("This document does not load: not valid JSON", "\"qa\"");
    screen.picture("unreadable-raw");
  }

  @Test
  void secretsAreHiddenUntilTheyMayBeSeen() throws Exception {
    select(receipt("prod"));
    screen.choose("Outputs");
    assertThat(screen.words()).contains("webhook_secret", "hidden").doesNotContain("whsec-sample");
    assertThat(copyButtons()).contains("Copy region").doesNotContain("Copy webhook_secret");

    redactor = Redactor.revealing();
    screen.change(model::readAgain);

    assertThat(screen.words()).contains("whsec-sample");
    assertThat(copyButtons()).contains("Copy webhook_secret");
    assertThat(screen.chosenTab()).isEqualTo("Outputs");
    screen.picture("receipt-outputs-revealed");
  }

  @Test
  void whatIsRevealedIsShownWhereOneLooked() throws Exception {
    select(receipt("prod"));
    screen.choose("Raw JSON");
    ListView<?> lines = lines();
    screen.change(() -> lines.scrollTo(30));
    List<Integer> before = lineNumbersInSight();
    assertThat(before).contains(40).doesNotContain(1);

    redactor = Redactor.revealing();
    screen.change(model::readAgain);

    assertThat(lineNumbersInSight()).isEqualTo(before);
    select(receipt("dev"));
    assertThat(lineNumbersInSight()).contains(1);
  }

  @Test
  void theChosenTabStaysFromRowToRow() throws Exception {
    select(receipt("prod"));
    screen.choose("Functions");

    select(receipt("dev"));
    assertThat(screen.chosenTab()).isEqualTo("Functions");
    select(lock("dev"));
    assertThat(screen.chosenTab()).isEqualTo("Summary");
    select(receipt("dev"));
    assertThat(screen.chosenTab()).isEqualTo("Functions");
    screen.choose("Raw JSON");
    select(lock("dev"));
    assertThat(screen.chosenTab()).isEqualTo("Raw JSON");
  }

  @Test
  void fieldsAreCopiedOneByOne() throws Exception {
    select(receipt("prod"));

    press(copyButton("Deployment"));
    press(copyButton("Updated"));

    assertThat(copied)
        .containsExactly(
            "aws-lambda-prod-" + NOW.minus(Duration.ofDays(6)).getEpochSecond(),
            "2026-02-23T12:00:00Z");
  }

  @Test
  void theKeyboardCopiesTheFieldItIsOn() throws Exception {
    select(receipt("prod"));
    screen.change(lines()::requestFocus);
    screen.robot().type(KeyCode.DOWN);
    screen.settle();
    screen.picture("keyboard");

    screen.robot().press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
    screen.settle();

    assertThat(copied).containsExactly("checkout-api");
  }

  @Test
  void theMouseBringsTheCopyButton() throws Exception {
    select(receipt("prod"));
    Button button = copyButton("Provider");
    assertThat(button.getOpacity()).isZero();

    screen.robot().moveTo("aws-lambda");
    screen.settle();
    assertThat(button.getOpacity()).isOne();
    screen.picture("hover");
    screen.robot().clickOn(button);

    assertThat(copied).containsExactly("aws-lambda");
  }

  @Test
  void anAddressIsHandedOverNeverOpened() throws Exception {
    select(receipt("prod"));

    screen.robot().clickOn(screen.all(".hyperlink", Hyperlink.class).getFirst());
    screen.settle();

    assertThat(opened).hasSize(1).first().asString().startsWith("https://");
  }

  @Test
  void relativeTimesAreMadeTrue() throws Exception {
    select(receipt("dev"));
    assertThat(screen.words()).contains("2026-03-01 11:08:00 UTC", "52 min ago");

    now = NOW.plus(Duration.ofMinutes(2));
    screen.change(pane::tick);

    assertThat(screen.words()).contains("54 min ago").doesNotContain("52 min ago");
  }

  @Test
  void theTextIsSearched() throws Exception {
    select(receipt("prod"));
    screen.choose("Raw JSON");

    screen.robot().clickOn(".json-search").write("SHA256");
    screen.settle();
    assertThat(count()).isEqualTo("1 of 6");
    screen.picture("search");
    screen.robot().type(KeyCode.ENTER);
    assertThat(count()).isEqualTo("2 of 6");
    screen.robot().press(KeyCode.SHIFT).type(KeyCode.ENTER).type(KeyCode.ENTER);
    screen.robot().release(KeyCode.SHIFT);
    screen.settle();
    assertThat(count()).isEqualTo("6 of 6");
    assertThat(lineNumbersInSight())
        .contains(model.search().result().currentMatch().orElseThrow().line() + 1);
    screen.picture("search-last");
    screen.robot().type(KeyCode.ESCAPE);

    assertThat(count()).isEmpty();
    screen.robot().write("nothing like it");
    screen.settle();
    assertThat(count()).isEqualTo("No match");
  }

  @Test
  void theSearchGoesOnInTheNextDocument() throws Exception {
    select(receipt("prod"));
    screen.choose("Raw JSON");
    screen.robot().clickOn(".json-search").write("checkout-api-prod");
    screen.settle();
    assertThat(count()).startsWith("1 of ");

    select(receipt("dev"));

    assertThat(count()).isEqualTo("No match");
  }

  @Test
  void aLongTextIsSearchedInTheBackground() throws Exception {
    DocumentRef ref = receipt("dev").ref();
    replace(ref, "{\"a\": \"" + "x".repeat(JsonSearch.SOON_SEARCHED) + "needle\"}");
    select(receipt("dev"));
    screen.choose("Raw JSON");
    holds = true;

    screen.robot().clickOn(".json-search").write("needle");
    screen.settle();
    assertThat(count()).isEqualTo("Searching…");
    screen.change(() -> held.removeLast().run());

    assertThat(count()).isEqualTo("1 of 1");
    screen.picture("search-long");
  }

  @Test
  void theTextIsCopiedWholeOrByTheLine() throws Exception {
    select(lock("dev"));
    screen.choose("Raw JSON");

    press(button(".json-copy"));
    ListView<?> lines = lines();
    screen.change(() -> {
      lines.requestFocus();
      lines.getSelectionModel().selectRange(1, 3);
    });
    screen.robot().press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
    screen.settle();
    screen.picture("lock-raw");

    assertThat(copied.getFirst()).startsWith("{").endsWith("}").contains("\"operation\"");
    assertThat(copied.getLast())
        .isEqualTo("  \"service\" : \"checkout-api\",\n  \"stage\" : \"dev\",");
  }

  @Test
  void nothingAndSeveralRowsHaveAHint() throws Exception {
    screen.settle();

    assertThat(screen.words()).contains("Select a row to see it in full");
    screen.picture("nothing");

    List<Subject> both = List.of(receipt("prod"), receipt("dev"));
    screen.change(() -> model.select(both));

    assertThat(screen.words()).contains("2 rows are selected", "Copy them");
    screen.picture("several");
    press(button(".detail-header .icon-button"));
    assertThat(closed).isTrue();
  }

  @Test
  void aSlowDocumentShowsThatItIsRead() throws Exception {
    select(receipt("prod"));
    holds = true;

    select(receipt("dev"));
    assertThat(screen.words()).contains("Receipt · checkout-api", "dev");
    assertThat(progress()).isFalse();
    Thread.sleep(400);
    assertThat(progress()).isTrue();
    screen.picture("reading");
    screen.change(() -> held.removeLast().run());

    assertThat(progress()).isFalse();
    assertThat(screen.words()).contains("2026-03-01 11:08:00 UTC");
  }

  @Test
  void aDocumentThatWasRemovedIsSaidToBeGone() throws Exception {
    Journal journal = journalNamed("canary");
    Files.delete(folder.resolve("sample").resolve(journal.ref().key()));

    select(new Subject.OfJournal(journal, List.of()));

    assertThat(screen.words()).contains("removed since the list was loaded");
    screen.picture("gone");
  }

  @Test
  void aFailureSaysWhatToDoAndCanBeTriedAgain() throws Exception {
    Journal journal = journalNamed("canary");
    Path file = folder.resolve("sample").resolve(journal.ref().key());
    byte[] content = Files.readAllBytes(file);
    Files.delete(file);
    Files.createDirectories(file.resolve("in-the-way"));
    select(new Subject.OfJournal(journal, List.of()));
    assertThat(screen.words()).contains("failed", "Try again");
    screen.picture("failed");

    Files.delete(file.resolve("in-the-way"));
    Files.delete(file);
    Files.write(file, content);
    screen.robot().clickOn("Try again");
    screen.settle();

    assertThat(screen.tabs()).contains("Timeline 6");
    assertThat(screen.words()).doesNotContain("Try again");
  }

  @Test
  void manyLinesAndLongOnesFitWithoutScrollingSideways() throws Exception {
    String words = "\"huge\":\"" + "many words ".repeat(1_000) + "\",";
    replace(receipt("dev").ref(), receiptWith(words, 2_000, i -> "arn:" + "part/".repeat(40) + i));
    select(receipt("dev"));

    screen.choose("Outputs");
    assertThat(screen.tabs()).contains("Outputs 2,001");
    assertThat(screen.words()).contains("more characters; copy takes all");
    screen.picture("many-lines");
    ListView<?> lines = lines();
    screen.change(() -> lines.scrollTo(1_500));
    assertThat(screen.words()).contains("output_1499");
    assertThat(sidewaysBars()).isEmpty();
    screen.picture("many-lines-below");
    screen.choose("Raw JSON");
    assertThat(sidewaysBars()).isEmpty();
    screen.picture("long-raw");
  }

  @Test
  void aVeryLongDocumentIsShownInParts() throws Exception {
    replace(receipt("dev").ref(), receiptWith("", JsonParts.LINES + 1_000, i -> "value " + i));
    select(receipt("dev"));
    screen.choose("Raw JSON");
    assertThat(screen.words()).contains("Lines 1 to 50,000 of 51,008");
    screen.picture("parts");

    press(buttonSaying("Next part"));
    assertThat(screen.words()).contains("Lines 50,001 to 51,008 of 51,008");
    assertThat(lineNumbersInSight()).startsWith(50_001);
    press(buttonSaying("Part before"));
    screen.change(() -> model.search().find("value 50500"));

    assertThat(screen.words()).contains("Lines 50,001 to 51,008 of 51,008", "\"value 50500\"");
    screen.choose("Outputs");
    ListView<?> lines = lines();
    screen.change(() -> lines.scrollTo(lines.getItems().size() - 1));
    assertThat(screen.words()).contains("1,000 more lines are not listed here");
  }

  @Test
  void whatIsNotShownDoesNotFollow() throws Exception {
    screen.change(pane::hidden);
    select(receipt("prod"));
    assertThat(screen.words()).doesNotContain("Receipt ·");

    screen.change(pane::shown);

    assertThat(screen.words()).contains("Receipt ·");
  }

  private void work(Runnable task) {
    if (holds) {
      held.add(task);
    } else {
      task.run();
    }
  }

  private void select(Subject subject) throws InterruptedException {
    screen.change(() -> model.select(List.of(subject)));
  }

  private Subject receipt(String stage) throws Exception {
    return entry(EntryKind.RECEIPT, stage, "");
  }

  private Subject record(String stage, String provider) throws Exception {
    return entry(EntryKind.RECORD, stage, provider);
  }

  private Subject entry(EntryKind kind, String stage, String provider) throws Exception {
    List<Entry> entries = new ArrayList<>();
    session.entries(StateFilter.PROJECT, entries::add, Progress.NONE, Cancellation.never());
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.stage().equals(stage))
        .filter(entry -> provider.isEmpty() || entry.provider().equals(provider))
        .map(Subject.OfEntry::new)
        .findFirst()
        .orElseThrow();
  }

  private Subject lock(String stage) throws Exception {
    Lock found =
        session.locks(StateFilter.PROJECT, Cancellation.never()).stream()
            .filter(lock -> lock.stage().equals(stage))
            .findFirst()
            .orElseThrow();
    return new Subject.OfLock(found, List.of());
  }

  private Subject journal(String stage) throws Exception {
    return new Subject.OfJournal(journalNamed(stage), List.of());
  }

  private Journal journalNamed(String stage) throws Exception {
    return session.journals(StateFilter.PROJECT, Cancellation.never()).stream()
        .filter(journal -> journal.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  private static String receiptWith(String first, int outputs, IntFunction<String> value) {
    return "{\"version\":2,\"service\":\"checkout-api\",\"stage\":\"dev\","
        + "\"provider\":\"aws-lambda\",\"outputs\":{"
        + first
        + IntStream.range(0, outputs)
            .mapToObj(i -> "\"output_" + i + "\":\"" + value.apply(i) + "\"")
            .collect(Collectors.joining(","))
        + "}}";
  }

  private void replace(DocumentRef ref, String text) throws Exception {
    StoredDocument stored = session.read(ref).orElseThrow();
    session
        .backend()
        .write(
            ref,
            text.getBytes(StandardCharsets.UTF_8),
            new Precondition.Matches(stored.revision()));
  }

  private List<String> copyButtons() throws InterruptedException {
    return screen.all(".copy-button", Button.class).stream()
        .map(Button::getAccessibleText)
        .toList();
  }

  private Button copyButton(String name) throws InterruptedException {
    return buttonSaying("Copy " + name);
  }

  private void press(Button button) throws InterruptedException {
    screen.change(button::fire);
  }

  private Button button(String selector) throws InterruptedException {
    return screen.all(selector, Button.class).getFirst();
  }

  private Button buttonSaying(String words) throws InterruptedException {
    return screen.all(".button", Button.class).stream()
        .filter(button -> words.equals(button.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private ListView<?> lines() throws InterruptedException {
    return screen.all(".list-view", ListView.class).getFirst();
  }

  private String count() throws InterruptedException {
    return screen.all(".json-count", Label.class).getFirst().getText();
  }

  private List<Integer> lineNumbersInSight() throws InterruptedException {
    return screen.all(".json-number", Label.class).stream()
        .map(label -> label.getText().replace('\u00a0', ' ').strip())
        .filter(text -> !text.isEmpty())
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  private boolean progress() throws InterruptedException {
    return !screen.all(".progress-indicator", ProgressIndicator.class).isEmpty();
  }

  private List<ScrollBar> sidewaysBars() throws InterruptedException {
    return screen.all(".scroll-bar:horizontal", ScrollBar.class);
  }
}
