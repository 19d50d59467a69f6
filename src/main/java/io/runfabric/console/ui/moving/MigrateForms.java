package io.runfabric.console.ui.moving;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.wizard.Field;
import io.runfabric.console.ui.wizard.Form;
import io.runfabric.console.ui.wizard.Form.Choice;
import io.runfabric.console.ui.wizard.Forms;
import io.runfabric.console.ui.wizard.WizardModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// What is asked before state is moved to another backend.
record MigrateForms(ViewContext context) implements Forms {

  @Override
  public Region choose(WizardModel<?, ?> model) {
    String here =
        context
            .project()
            .sessionProperty()
            .get()
            .map(session ->
                "The state is kept in `"
                    + session.backend().location()
                    + "` now. It is copied from there, and stays there.")
            .orElse("");
    return new Form(model)
        .heading("Where to", here)
        .oneOf(
            new Field(MigrateAnswers.WAY, "Migrate to", "", ""),
            List.of(
                new Choice(
                    MigrateAnswers.TO_KIND,
                    "Another kind of backend",
                    "This runfabric.yml and the environment say where that is."),
                new Choice(
                    MigrateAnswers.TO_CONFIG,
                    "Where another runfabric.yml keeps its state",
                    "A file of the same service."),
                new Choice(
                    MigrateAnswers.TO_WORKSPACE,
                    "Another workspace",
                    "Rows under another id, in the same shared database.")))
        .choice(new Field(MigrateAnswers.KIND, "Kind", "Choose a kind", ""), BackendKind.words())
        .when(answers -> answers.to(MigrateAnswers.WAY).equals(MigrateAnswers.TO_KIND))
        .file(
            new Field(MigrateAnswers.CONFIG, "Configuration", "…/runfabric.yml", ""),
            () -> context.desktop().chooseExisting("RunFabric configuration", "yml", "yaml"))
        .when(answers -> answers.to(MigrateAnswers.WAY).equals(MigrateAnswers.TO_CONFIG))
        .text(new Field(MigrateAnswers.WORKSPACE, "Workspace id", "/srv/my-api", ""))
        .when(answers -> answers.to(MigrateAnswers.WAY).equals(MigrateAnswers.TO_WORKSPACE));
  }

  @Override
  public Region options(WizardModel<?, ?> model) {
    List<String> stages = new ArrayList<>(context.project().stages());
    return new Form(model)
        .text(
            new Field(
                MigrateAnswers.STAGE,
                "Only this stage",
                "all: " + String.join(", ", stages),
                "Left empty, all stages are copied."))
        .check(
            new Field(
                MigrateAnswers.JOURNALS,
                "Copy journals too",
                "",
                "What a deploy that stopped half-way left behind."))
        .check(
            new Field(
                MigrateAnswers.CUTOVER,
                "Afterwards point runfabric.yml at the target",
                "",
                "Only `backend:` is edited; comments stay, and a .bak is kept beside it. Shown in"
                    + " the plan first."))
        .when(answers -> answers.to(MigrateAnswers.WAY).equals(MigrateAnswers.TO_KIND))
        .oneOf(
            new Field(
                MigrateAnswers.CONFLICT,
                "Where the target holds an entry that may be newer, or differs",
                "",
                ""),
            List.of(
                new Choice("fail", "Stop", "Show the conflicts in the plan; nothing is done."),
                new Choice("skip", "Skip", "Leave those entries as they are, copy the others."),
                new Choice(
                    "overwrite", "Overwrite", "What was there is in a backup taken before.")))
        .check(
            new Field(
                MigrateAnswers.PARTIAL,
                "Leave behind what does not load",
                "",
                "Otherwise one unreadable document stops the migration, by name."))
        .check(
            new Field(
                MigrateAnswers.KEEP_GOING,
                "Go on when an entry cannot be copied",
                "",
                "Otherwise the first failure stops it. The same again goes on either way."));
  }
}
