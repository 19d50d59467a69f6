package io.runfabric.console.ui.moving;

import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.wizard.Field;
import io.runfabric.console.ui.wizard.Form;
import io.runfabric.console.ui.wizard.Forms;
import io.runfabric.console.ui.wizard.WizardModel;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/// What is asked before rows move to another workspace id.
record RekeyForms(ViewContext context) implements Forms {

  @Override
  public Region choose(WizardModel<?, ?> model) {
    List<WorkspaceRows> known = List.copyOf(context.project().workspaces());
    String there =
        known.stream()
            .map(rows ->
                "`"
                    + rows.id()
                    + "` has "
                    + rows.entries()
                    + (rows.chosen() ? ", which this project reads" : ""))
            .collect(Collectors.joining("; "));
    return new Form(model)
        .heading(
            "Which rows",
            "Rows of a shared database are keyed by a workspace id, mostly the project's folder."
                + (there.isEmpty() ? "" : " Entries by id: " + there + "."))
        .text(new Field(Rekeying.FROM, "The id now", "/old/place/my-api", ""))
        .text(
            new Field(
                Rekeying.TO,
                "The id to be",
                "/srv/my-api",
                "The folder the engine runs in, as an absolute path, unless you set another."));
  }

  @Override
  public Region options(WizardModel<?, ?> model) {
    return new Form(model)
        .text(
            new Field(
                Rekeying.STAGES,
                "Only these stages",
                "all",
                "Their names, apart by blanks; left empty, all that are under the id."))
        .check(
            new Field(
                Rekeying.ALL_SERVICES,
                "Also rows of other services",
                "",
                "Otherwise only this project's move."));
  }
}
