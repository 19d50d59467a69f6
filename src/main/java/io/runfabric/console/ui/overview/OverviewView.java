package io.runfabric.console.ui.overview;

import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first page of a project: numbers, the last backup and the backend, what asks for attention,
/// charts, the stages, what else to know.
public final class OverviewView implements View {

  private static final double WIDEST = 1280;
  private static final double GAP = 16;
  private static final int MINUTE = 60;

  private final ViewContext context;
  private final ScrollPane scroll;
  private final TileRow tiles;
  private final FactCard backup;
  private final FactCard backend;
  private final AttentionCard attention;
  private final ColumnsCard deploys;
  private final BarsCard providers;
  private final BarsCard ages;
  private final BarsCard lockAges;
  private final StagesCard stages;
  private final VBox notices = new VBox(8);
  private final StackPane root = new StackPane();
  private final Ticker ticker;
  private final ChangeListener<LoadState> onState = (_, _, state) -> loaded(state);
  private Optional<OverviewPage> page = Optional.empty();
  private int seconds;
  private int asked;

  public OverviewView(ViewContext context) {
    this.context = context;
    tiles = new TileRow(context::open);
    attention = new AttentionCard(context::open);
    stages = new StagesCard(context::open, context.clock());
    backup = new FactCard(Icons.BACK_UP, "Back up…", this::backUp);
    backend = new FactCard(Icons.BACKEND, "Check health", () -> context.open(Place.HEALTH));
    deploys = new ColumnsCard(context::open);
    providers = new BarsCard(context::open);
    ages = new BarsCard(context::open);
    lockAges = new BarsCard(context::open);
    ticker = new Ticker(this::tick);
    VBox column =
        new VBox(
            tiles,
            row(backup, backend),
            attention,
            deploys,
            row(providers, ages, lockAges),
            stages,
            notices);
    column.getStyleClass().addAll(Styles.PAGE, "overview");
    column.setMaxWidth(WIDEST);
    StackPane holder = new StackPane(column);
    holder.setAlignment(Pos.TOP_CENTER);
    scroll = new ScrollPane(holder);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    root.getStylesheets()
        .add(
            Objects.requireNonNull(OverviewView.class.getResource("overview.css"))
                .toExternalForm());
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    context.project().stateProperty().addListener(onState);
    refresh();
    ticker.start();
  }

  @Override
  public void hidden() {
    context.project().stateProperty().removeListener(onState);
    ticker.stop();
  }

  private static GridPane row(Node... cards) {
    GridPane row = new GridPane();
    row.setHgap(GAP);
    for (int i = 0; i < cards.length; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / cards.length);
      column.setMinWidth(0);
      row.getColumnConstraints().add(column);
      row.add(cards[i], i, 0);
    }
    return row;
  }

  // What is counted by age changes though nothing is loaded.
  private void tick() {
    stages.tick();
    seconds++;
    if (seconds % MINUTE == 0) {
      refresh();
    }
  }

  private void loaded(LoadState state) {
    if (!(state instanceof LoadState.Loading)) {
      refresh();
    }
  }

  private void backUp() {
    context.start(new Errand.BackUp(Optional.empty()));
  }

  private void refresh() {
    ProjectModel project = context.project();
    Optional<Overview> overview = project.overviewProperty().get();
    Optional<ProjectSession> session = project.sessionProperty().get();
    if (overview.isEmpty() || session.isEmpty()) {
      return;
    }
    OverviewPage.Source source =
        new OverviewPage.Source(
            overview.get(),
            session.get(),
            List.copyOf(project.entries()),
            List.copyOf(project.locks()),
            List.copyOf(project.workspaces()),
            project.stateProperty().get(),
            project.listingTime());
    asked++;
    int question = asked;
    // Sorting and counting what a very large project has takes longer than a frame.
    context
        .tasks()
        .aside(() -> {
          OverviewPage read = OverviewPage.of(source, context.clock().instant());
          context
              .tasks()
              .onScreen(() -> {
                // An answer that was overtaken is old.
                if (question == asked) {
                  show(read, session.get());
                }
              });
        });
  }

  private void show(OverviewPage read, ProjectSession session) {
    // What stays as it is stays the same nodes, so that the keyboard is where it was.
    if (page.equals(Optional.of(read))) {
      return;
    }
    page = Optional.of(read);
    OverviewModel sums = read.sums();
    showNotices(sums.notices());
    boolean nothing = sums.stages().isEmpty() && sums.attention().isEmpty();
    if (nothing && sums.notices().isEmpty()) {
      root.getChildren().setAll(empty(session));
      return;
    }
    tiles.show(sums.tiles());
    backup.show(read.backup());
    backend.show(read.backend());
    attention.show(sums.attention());
    deploys.show(read.charts().days(), read.charts().weeks());
    providers.show(read.charts().providers());
    ages.show(read.charts().ages());
    lockAges.show(read.charts().lockAges());
    stages.show(sums.stages());
    stages.setVisible(!sums.stages().isEmpty());
    stages.setManaged(!sums.stages().isEmpty());
    root.getChildren().setAll(scroll);
  }

  private static EmptyState empty(ProjectSession session) {
    return new EmptyState(
        Icons.RECEIPTS,
        "Nothing is deployed yet",
        "There is no receipt, state record, lock or journal of "
            + session.project().service()
            + " in "
            + session.backend().location()
            + ". What a deploy leaves there shows up here by itself.");
  }

  private void showNotices(List<OverviewModel.Notice> found) {
    notices.getChildren().clear();
    for (OverviewModel.Notice notice : found) {
      Prose text = new Prose(notice.text());
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      boolean warning = notice.tone() == Tone.WARNING;
      HBox line = new HBox(12, Icons.of(warning ? Icons.WARNING : Icons.INFO, notice.tone()), text);
      line.getStyleClass().addAll("notice", notice.tone().styleClass());
      notices.getChildren().add(line);
    }
  }
}
