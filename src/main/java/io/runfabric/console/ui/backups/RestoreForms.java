package io.runfabric.console.ui.backups;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.wizard.ChangeRows;
import io.runfabric.console.ui.wizard.Field;
import io.runfabric.console.ui.wizard.Form;
import io.runfabric.console.ui.wizard.Form.Choice;
import io.runfabric.console.ui.wizard.Forms;
import io.runfabric.console.ui.wizard.WizardModel;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.ExhibitCard;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is asked before a backup is put back: which one, of what, and what becomes of conflicts. A
/// file that is dropped on the page is taken.
///
/// @param backups of the project's own folder, to choose from
record RestoreForms(ViewContext context, BackupLook look, BackupsModel backups) implements Forms {

  private static final int MOST_OFFERED = 5;

  @Override
  public Region choose(WizardModel<?, ?> model) {
    ObjectProperty<Answers> answers = model.answersProperty();
    answers.subscribe(this::follow);
    VBox offered = new VBox();
    offered.getStyleClass().addAll(Styles.CARD, "list-card");
    offered.managedProperty().bind(offered.visibleProperty());
    backups.backups().addListener((InvalidationListener) _ -> offer(offered, answers));
    offer(offered, answers);
    backups.readOnce();
    VBox found = new VBox();
    look.stateProperty()
        .subscribe(state -> {
          found.getChildren().setAll(shown(state));
          if (state instanceof BackupLook.Good) {
            model.forgetSecrets();
          }
        });
    Form form =
        new Form(model)
            .heading(
                "Which backup",
                "The console's own, or one of either engine's. Drop a file here, or choose.")
            .add(offered)
            .file(
                new Field(Restoring.FILE, "File", "A backup", ""),
                () -> context.desktop().chooseExisting("Backup", "json", "age"))
            .add(found)
            .add(keys(model));
    form.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        event.consume();
      }
    });
    form.setOnDragDropped(event -> {
      Optional<File> dropped = event.getDragboard().getFiles().stream().findFirst();
      dropped.ifPresent(file -> answers.set(answers.get().with(Restoring.FILE, file.toString())));
      event.setDropCompleted(dropped.isPresent());
      event.consume();
    });
    return form;
  }

  // What opens an encrypted backup; there only for one.
  private Form keys(WizardModel<?, ?> model) {
    Form keys =
        new Form(model)
            .secret(new Field(Restoring.PASSPHRASE, "Passphrase", "", ""))
            .file(
                new Field(
                    Restoring.IDENTITY,
                    "Identity file",
                    "A file that age-keygen wrote",
                    "For a backup that was encrypted for recipients; leave the passphrase empty"
                        + " then."),
                () -> context.desktop().chooseExisting("Identity", "txt", "key"))
            .add(opening(model.answersProperty()));
    keys.managedProperty().bind(keys.visibleProperty());
    keys.visibleProperty()
        .bind(
            look.stateProperty()
                .map(state ->
                    state instanceof BackupLook.Locked
                        || (state instanceof BackupLook.Bad && !look.keyless())));
    return keys;
  }

  // A passphrase is tried when told to, not with every letter of it.
  private HBox opening(ObjectProperty<Answers> answers) {
    Button open = new Button("Open it", Icons.of(Icons.UNLOCK));
    open.setId("wizard-open");
    open.setOnAction(_ ->
        file(answers.get())
            .ifPresent(file ->
                look.at(
                    file,
                    answers.get().exactly(Restoring.PASSPHRASE).toCharArray(),
                    answers.get().to(Restoring.IDENTITY))));
    return new HBox(open);
  }

  // Another file is looked into as soon as it is named, and without a key.
  private void follow(Answers now) {
    Optional<Path> file = file(now);
    if (file.isEmpty()) {
      look.forget();
    } else if (!look.looksAt(file.get())) {
      look.at(file.get(), new char[0], "");
    }
  }

  private Optional<Path> file(Answers answers) {
    String typed = answers.to(Restoring.FILE);
    try {
      return typed.isEmpty()
          ? Optional.empty()
          : Optional.of(context.project().file().resolveSibling(typed).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private void offer(VBox offered, ObjectProperty<Answers> answers) {
    offered.getChildren().clear();
    backups.backups().stream()
        .limit(MOST_OFFERED)
        .forEach(backup -> offered.getChildren().add(line(backup, answers)));
    offered.setVisible(!offered.getChildren().isEmpty());
  }

  private Node line(BackupRow backup, ObjectProperty<Answers> answers) {
    HBox words =
        new HBox(
            12,
            Icons.of(Icons.BACKUPS),
            Texts.label(backup.name(), Styles.MONO),
            Texts.label(
                Timestamps.parse(backup.time())
                        .map(time -> Timestamps.relative(time, context.clock().instant()))
                        .orElse("")
                    + " · "
                    + backup.state(),
                Styles.HINT));
    words.setAlignment(Pos.CENTER_LEFT);
    RowButton button =
        new RowButton(
            words,
            "Choose " + backup.name(),
            () -> answers.set(answers.get().with(Restoring.FILE, backup.file().toString())));
    button.getStyleClass().add("list-line");
    return button;
  }

  private List<Node> shown(BackupLook.State state) {
    return switch (state) {
      case BackupLook.Unnamed() -> List.of();
      case BackupLook.Looking() -> List.of(new Prose("Reading and checking it…", Styles.MUTED));
      case BackupLook.Locked() ->
          List.of(
              new Prose(
                  "It is encrypted. Say the passphrase or name the identity file, then open it.",
                  Styles.MUTED));
      case BackupLook.Bad(String sentence) ->
          List.of(
              new ExhibitCard(
                  new Exhibit(
                      "This cannot be restored",
                      "refused",
                      Tone.DANGER,
                      List.of(),
                      Texts.sentence(sentence) + (sentence.endsWith(".") ? "" : "."),
                      Tone.DANGER)));
      case BackupLook.Good good -> List.of(new ExhibitCard(exhibit(good)));
    };
  }

  private static Exhibit exhibit(BackupLook.Good good) {
    SnapshotFacts facts = good.snapshot().facts();
    List<Fact> lines = new ArrayList<>();
    lines.add(Fact.of("Written by", facts.writer().word()));
    lines.add(Fact.of("Service", facts.service()));
    lines.add(Fact.of("Backend", facts.backend()));
    lines.add(Fact.exact("From", facts.scope().map(SnapshotScope::location).orElse("")));
    lines.add(Fact.of("Made", Timestamps.shown(facts.createdAt()) + " UTC"));
    lines.add(Fact.of("Entries", Texts.number(facts.entries())));
    lines.add(Fact.of("Stages", ChangeRows.named(good.stages())));
    lines.add(Fact.of("Journals", Texts.number(facts.count(SnapshotPart.JOURNAL))));
    lines.add(Fact.of("Size", ByteSize.words(facts.sizeBytes())));
    return new Exhibit(
        "A good backup",
        "verified",
        Tone.SUCCESS,
        lines,
        facts.partial()
            ? "It is partial: what did not load when it was made is in it as raw bytes only."
            : "",
        Tone.WARNING);
  }

  @Override
  public Region options(WizardModel<?, ?> model) {
    return new Form(model)
        .heading(
            "What to put back",
            "Receipts and state records. Journals and locks of a backup are there to be read; they"
                + " are never put back.")
        .text(
            new Field(
                Restoring.STAGES,
                "Only these stages",
                "all",
                "Their names, apart by blanks; left empty, all that the backup holds."))
        .oneOf(
            new Field(
                Restoring.CONFLICT,
                "Where what is stored may be newer, or differs",
                "",
                "An older entry never replaces a newer one by itself."),
            List.of(
                new Choice("fail", "Stop", "Show the conflicts in the plan; nothing is done."),
                new Choice("skip", "Skip", "Leave those entries as they are, write the others."),
                new Choice(
                    "overwrite", "Overwrite", "What was there is in the backup taken before.")))
        .check(
            new Field(
                Restoring.PRUNE,
                "Remove this project's entries that the backup does not hold",
                "",
                "They are in the backup taken before. Each is named in the plan."));
  }
}
