package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.detail.DetailState.Failed;
import io.runfabric.console.ui.detail.DetailState.Gone;
import io.runfabric.console.ui.detail.DetailState.Nothing;
import io.runfabric.console.ui.detail.DetailState.Reading;
import io.runfabric.console.ui.detail.DetailState.Several;
import io.runfabric.console.ui.detail.DetailState.Shown;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailModelTest {

  private static final String DEV = ".runfabric/dev.json";
  private static final String PROD = ".runfabric/prod.json";

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private ProjectFolder folder;
  private Optional<ProjectSession> session = Optional.empty();
  private Redactor redactor = Redactor.masking();
  private DetailModel model;

  @BeforeEach
  void project() throws Exception {
    folder = new ProjectFolder(directory);
    folder.file(DEV, ProjectFolder.receipt("dev"));
    folder.file(PROD, ProjectFolder.receipt("prod"));
    session = Optional.of(folder.open());
    model = new DetailModel(tasks, () -> session, () -> redactor, Duration.ZERO);
  }

  @AfterEach
  void close() {
    session.ifPresent(ProjectSession::close);
  }

  @Nested
  class Selecting {

    @Test
    void nothingShowsNothing() throws Exception {
      assertThat(state()).isEqualTo(new Nothing());
      show("dev");

      model.select(List.of());

      assertThat(state()).isEqualTo(new Nothing());
    }

    @Test
    void severalRowsSaysHowManyAndReadsNone() throws Exception {
      model.select(List.of(subject("dev"), subject("prod")));

      assertThat(state()).isEqualTo(new Several(2));
      assertThat(workers.waiting()).isZero();
    }

    @Test
    void oneRowReadsItsDocument() throws Exception {
      Subject dev = subject("dev");
      model.select(List.of(dev));
      assertThat(state()).isEqualTo(new Reading(dev));

      settle();

      assertThat(shown().subject()).isEqualTo(dev);
      assertThat(shown().detail().raw().text()).contains("\"stage\" : \"dev\"");
      assertThat(shown().detail().problem()).isEmpty();
      assertThat(shown().detail().pages()).isNotEmpty();
    }

    @Test
    void theSameRowAgainReadsNothing() throws Exception {
      show("dev");

      model.select(List.of(subject("dev")));

      assertThat(workers.waiting()).isZero();
    }

    @Test
    void theSameRowWhileItIsReadStartsNothingNew() throws Exception {
      model.select(List.of(subject("dev")));
      model.select(List.of(subject("dev")));

      assertThat(tasks.running()).hasSize(1);
    }

    @Test
    void aRowThatChangedReadsAgainWhileTheOldStays() throws Exception {
      show("dev");
      Shown before = shown();
      folder.file(DEV, ProjectFolder.receipt("dev", "2026-03-01T11:11:11Z"));
      model.select(List.of(subject("dev")));
      assertThat(state()).isSameAs(before);

      settle();

      assertThat(shown().detail().raw().text()).contains("11:11:11");
    }

    @Test
    void anotherRowIsNotShownUnderTheOldDocument() throws Exception {
      show("dev");

      model.select(List.of(subject("prod")));

      assertThat(state()).isEqualTo(new Reading(subject("prod")));
    }

    @Test
    void beforeTheProjectIsOpenIsMadeUpForLater() throws Exception {
      Optional<ProjectSession> open = session;
      session = Optional.empty();
      model.select(List.of(subject("dev")));
      assertThat(workers.waiting()).isZero();
      session = open;

      show("dev");

      assertThat(shown().subject()).isEqualTo(subject("dev"));
    }
  }

  @Nested
  class LateAnswers {

    @Test
    void ofARowNoLongerSelectedAreDropped() throws Exception {
      List<DetailState> seen = new ArrayList<>();
      model.stateProperty().addListener((_, _, state) -> seen.add(state));
      model.select(List.of(subject("dev")));
      workers.run();
      model.select(List.of(subject("prod")));

      settle();

      assertThat(shown().subject()).isEqualTo(subject("prod"));
      assertThat(seen).filteredOn(Shown.class::isInstance).hasSize(1);
    }

    @Test
    void doNotComeBackWhenNothingIsSelected() throws Exception {
      model.select(List.of(subject("dev")));
      workers.run();
      model.select(List.of());

      settle();

      assertThat(state()).isEqualTo(new Nothing());
    }

    @Test
    void ofWalkedOverRowsAreNotReadAtAll() throws Exception {
      DetailModel settling =
          new DetailModel(tasks, () -> session, () -> redactor, Duration.ofMillis(30));
      settling.select(List.of(subject("dev")));
      settling.select(List.of(subject("prod")));
      long start = System.nanoTime();

      settle();

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("the selection had time to settle")
          .isGreaterThanOrEqualTo(Duration.ofMillis(30));
      assertThat(settling.stateProperty().get()).isInstanceOf(Shown.class);
    }
  }

  @Nested
  class InTrouble {

    @Test
    void aDocumentThatWasRemovedIsGone() throws Exception {
      model.select(List.of(subject("dev")));
      Subject dev = subject("dev");
      Files.delete(folder.path(DEV));

      settle();

      assertThat(state()).isEqualTo(new Gone(dev));
    }

    @Test
    void aFailureIsShownAndTriedAgainOnTheNextSelection() throws Exception {
      Subject dev = subject("dev");
      Files.delete(folder.path(DEV));
      Files.createDirectory(folder.path(DEV));
      model.select(List.of(dev));
      settle();
      assertThat(state())
          .asInstanceOf(type(Failed.class))
          .extracting(failed -> failed.failure().message())
          .asString()
          .contains("a folder, not a file");

      Files.delete(folder.path(DEV));
      folder.file(DEV, ProjectFolder.receipt("dev"));
      model.select(List.of(dev));
      assertThat(state()).isEqualTo(new Reading(dev));
      settle();

      assertThat(shown().subject()).isEqualTo(dev);
    }

    @Test
    void aDocumentThatDoesNotLoadIsShownAsItIs() throws Exception {
      folder.file(DEV, "{\"version\": 2, ");
      show("dev");

      assertThat(shown().detail().raw().text()).isEqualTo("{\"version\": 2, ");
      assertThat(shown().detail().problem()).startsWith("not valid JSON");
    }
  }

  @Nested
  class ReadingAgain {

    @Test
    void showsWhatMayBeSeenNow() throws Exception {
      show("dev");
      assertThat(shown().detail().toString() + shown().detail().raw().text())
          .doesNotContain("canary");
      redactor = Redactor.revealing();
      model.readAgain();
      settle();
      assertThat(shown().detail().raw().text()).contains("canary");

      redactor = Redactor.masking();
      model.readAgain();
      settle();

      assertThat(shown().detail().raw().text()).doesNotContain("canary");
    }

    @Test
    void isNotNeededToHideWhatWasRevealed() throws Exception {
      show("dev");
      DetailState before = state();
      redactor = Redactor.revealing();
      model.redactorChanged();
      assertThat(state()).as("masked until the secrets are there").isSameAs(before);
      settle();
      assertThat(shown().detail().raw().text()).contains("canary");

      redactor = Redactor.masking();
      model.redactorChanged();

      assertThat(state()).as("at once").isSameAs(before);
      settle();
      assertThat(shown().detail().raw().text()).doesNotContain("canary");
    }

    @Test
    void secretsThatComeAfterTheyWereHiddenAreDropped() throws Exception {
      show("dev");
      redactor = Redactor.revealing();
      model.redactorChanged();
      workers.run();
      redactor = Redactor.masking();
      model.redactorChanged();

      settle();

      assertThat(shown().detail().raw().text()).doesNotContain("canary");
    }

    @Test
    void ofAnotherRowWhileSecretsAreShownHidesThemAtOnceToo() throws Exception {
      redactor = Redactor.revealing();
      show("dev");
      assertThat(shown().detail().raw().text()).contains("canary");

      redactor = Redactor.masking();
      model.redactorChanged();

      assertThat(state()).isNotInstanceOf(DetailState.Shown.class);
      settle();
      assertThat(shown().detail().raw().text()).doesNotContain("canary");
    }

    @Test
    void isNothingWhenNothingIsSelected() throws Exception {
      show("dev");
      model.select(List.of());

      model.readAgain();

      assertThat(workers.waiting()).isZero();
      assertThat(state()).isEqualTo(new Nothing());
    }
  }

  private void show(String stage) throws Exception {
    model.select(List.of(subject(stage)));
    settle();
  }

  private Subject subject(String stage) throws Exception {
    return folder.entries().stream()
        .filter(entry -> entry.stage().equals(stage))
        .map(Subject.OfEntry::new)
        .findFirst()
        .orElseThrow();
  }

  private Shown shown() {
    assertThat(state()).isInstanceOf(Shown.class);
    return (Shown) state();
  }

  private DetailState state() {
    return model.stateProperty().get();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
