package io.runfabric.console.ui.overview;

import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first page of a project: numbers, what asks for attention, the stages, what else to know.
public final class OverviewView implements View {

  private static final double WIDEST = 1280;

  private final ViewContext context;
  private final ScrollPane scroll;
  private final TileRow tiles;
  private final AttentionCard attention;
  private final StagesCard stages;
  private final VBox notices = new VBox(8);
  private final StackPane root = new StackPane();
  private final Ticker ticker;
  private final ChangeListener<Optional<Overview>> onOverview = (_, _, _) -> refresh();

  public OverviewView(ViewContext context) {
    this.context = context;
    tiles = new TileRow(context::open);
    attention = new AttentionCard(context::open);
    stages = new StagesCard(context::open, context.clock());
    ticker = new Ticker(stages::tick);
    VBox column = new VBox(tiles, attention, stages, notices);
    column.getStyleClass().addAll(Styles.PAGE, "overview");
    column.setMaxWidth(WIDEST);
    StackPane holder = new StackPane(column);
    holder.setAlignment(Pos.TOP_CENTER);
    scroll = new ScrollPane(holder);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    context.project().overviewProperty().addListener(onOverview);
    refresh();
    ticker.start();
  }

  @Override
  public void hidden() {
    context.project().overviewProperty().removeListener(onOverview);
    ticker.stop();
  }

  private void refresh() {
    ProjectModel project = context.project();
    Optional<Overview> overview = project.overviewProperty().get();
    Optional<ProjectSession> session = project.sessionProperty().get();
    if (overview.isEmpty() || session.isEmpty()) {
      return;
    }
    OverviewModel.Surroundings around =
        new OverviewModel.Surroundings(
            List.copyOf(project.workspaces()),
            session.get().project().otherBackends(),
            session.get().warnings());
    // Sorting the stages of a very large project takes longer than a frame.
    context
        .tasks()
        .aside(() -> {
          OverviewModel page = OverviewModel.of(overview.get(), around);
          context.tasks().onScreen(() -> show(page, overview, session.get()));
        });
  }

  private void show(OverviewModel page, Optional<Overview> of, ProjectSession session) {
    if (!context.project().overviewProperty().get().equals(of)) {
      return;
    }
    showNotices(page.notices());
    boolean nothing = page.stages().isEmpty() && page.attention().isEmpty();
    if (nothing && page.notices().isEmpty()) {
      root.getChildren().setAll(empty(session));
      return;
    }
    tiles.show(page.tiles());
    attention.show(page.attention());
    stages.show(page.stages());
    stages.setVisible(!page.stages().isEmpty());
    stages.setManaged(!page.stages().isEmpty());
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
