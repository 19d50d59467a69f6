package io.runfabric.console.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.shell.palette.Choice.Kind;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

  private static final Duration FRAME = Duration.ofMillis(16);

  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final List<String> remembered = new ArrayList<>();
  private final PaletteModel palette =
      new PaletteModel(new Tasks(workers, screen), List.of(), remembered::addAll);
  private final List<String> chosen = new ArrayList<>();
  private final List<Choice> choices =
      List.of(
          choice(Kind.RECEIPT, "dev"),
          choice(Kind.ACTION, "Refresh"),
          choice(Kind.PAGE, "Receipts"),
          choice(Kind.ACTION, "Quit"));

  @Test
  void offersActionsAndPagesFirstWhenNothingIsTyped() {
    open();

    assertThat(titles()).containsExactly("Refresh", "Quit", "Receipts", "dev");
  }

  @Test
  void offersWhatWasChosenLatelyBeforeEverythingElse() {
    choose("rec");
    choose("dev");

    open();

    assertThat(titles()).containsExactly("dev", "Receipts", "Refresh", "Quit");
    assertThat(chosen).containsExactly("Receipts", "dev");
  }

  @Test
  void remembersWhatWasChosenFromOneRunToTheNext() {
    choose("rec");
    choose("dev");
    assertThat(remembered).containsExactly("Receipts", "dev", "Receipts");

    PaletteModel next =
        new PaletteModel(new Tasks(workers, screen), List.of("gone", "dev"), _ -> {});
    next.open(() -> choices);
    settle();

    assertThat(next.foundProperty().get())
        .extracting(match -> match.choice().title())
        .containsExactly("dev", "Refresh", "Quit", "Receipts");
  }

  @Test
  void doesNotChooseWhatCannotBeDoneNow() {
    Choice unavailable =
        new Choice(
            Kind.ACTION,
            "unlock",
            "Unlock…",
            "",
            Icons.UNLOCK,
            "",
            /* enabled= */ false,
            () -> chosen.add("Unlock…"));
    palette.open(() -> List.of(unavailable));
    settle();

    palette.choose();

    assertThat(chosen).isEmpty();
    assertThat(remembered).isEmpty();
    assertThat(palette.openProperty().get()).isTrue();
  }

  @Test
  void narrowsWhileTyping() {
    open();
    palette.queryProperty().set("re");
    settle();
    assertThat(titles()).containsExactly("Refresh", "Receipts", "dev");

    palette.queryProperty().set("ref");
    settle();

    assertThat(titles()).containsExactly("Refresh");
  }

  @Test
  void selectsTheBestAndGoesRoundWithTheArrowKeys() {
    open();
    palette.move(1);
    assertThat(palette.selectedProperty().get()).isEqualTo(1);
    palette.move(-2);
    assertThat(palette.selectedProperty().get()).isEqualTo(3);

    palette.queryProperty().set("q");
    settle();

    assertThat(palette.selectedProperty().get()).isZero();
  }

  @Test
  void enterRightAfterTheLastLetterChoosesForWhatWasTyped() {
    open();
    palette.queryProperty().set("qu");

    palette.choose();
    assertThat(chosen).isEmpty();
    settle();

    assertThat(chosen).containsExactly("Quit");
    assertThat(palette.openProperty().get()).isFalse();
  }

  @Test
  void whatIsTypedBeforeTheChoicesAreGatheredIsLookedForThen() {
    palette.open(() -> choices);
    palette.queryProperty().set("qu");
    palette.choose();

    settle();

    assertThat(chosen).containsExactly("Quit");
  }

  @Test
  void enterWithNothingFoundDoesNothing() {
    open();
    palette.queryProperty().set("zzz");
    settle();

    palette.choose();

    assertThat(palette.openProperty().get()).isTrue();
    assertThat(chosen).isEmpty();
  }

  @Test
  void whatIsFoundAfterItWasClosedIsDropped() {
    open();
    palette.queryProperty().set("re");
    palette.close();

    settle();

    assertThat(titles()).isEmpty();
  }

  @Test
  void tenThousandEntriesAreSearchedWithinAFrame() {
    List<Fuzzy> many =
        IntStream.range(0, 10_000)
            .mapToObj(i ->
                new Fuzzy(
                    new Choice(
                        Kind.RECEIPT,
                        "entry " + i,
                        "preview-" + i,
                        "checkout-api · aws-lambda · .runfabric/preview-" + i + ".json",
                        Icons.RECEIPTS,
                        "",
                        () -> {})))
            .toList();
    List<String> queries = List.of("p", "pre", "preview-77", "pv9", "lambda 88", "zz", "");
    for (int warm = 0; warm < 30; warm++) {
      queries.forEach(query -> PaletteModel.matches(many, query, List.of()));
    }

    for (String query : queries) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 10; i++) {
        long began = System.nanoTime();
        PaletteModel.matches(many, query, List.of());
        best = Math.min(best, System.nanoTime() - began);
      }
      assertThat(Duration.ofNanos(best)).as(query).isLessThan(FRAME);
    }
  }

  private void choose(String query) {
    open();
    palette.queryProperty().set(query);
    settle();
    palette.choose();
  }

  private void open() {
    palette.open(() -> choices);
    settle();
  }

  private List<String> titles() {
    return palette.foundProperty().get().stream().map(match -> match.choice().title()).toList();
  }

  private Choice choice(Kind kind, String title) {
    return new Choice(kind, title, title, "", Icons.SEARCH, "", () -> chosen.add(title));
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
