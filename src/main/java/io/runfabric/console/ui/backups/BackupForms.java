package io.runfabric.console.ui.backups;

import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.wizard.Field;
import io.runfabric.console.ui.wizard.Form;
import io.runfabric.console.ui.wizard.Form.Choice;
import io.runfabric.console.ui.wizard.Forms;
import io.runfabric.console.ui.wizard.WizardModel;
import java.util.List;
import javafx.scene.layout.Region;

/// What is asked before a backup is made.
record BackupForms(ViewContext context) implements Forms {

  @Override
  public Region choose(WizardModel<?, ?> model) {
    return new Form(model)
        .heading(
            "What to back up",
            "Receipts, state records, journals and locks go into one file that the console and"
                + " either engine can restore.")
        .oneOf(
            new Field(BackupAnswers.SCOPE, "Scope", "", ""),
            List.of(
                new Choice(BackupAnswers.WHOLE, "The whole project", "All of its stages."),
                new Choice(BackupAnswers.ONE, "One stage", "")))
        .choice(
            new Field(BackupAnswers.STAGE, "Stage", "Choose a stage", ""),
            List.copyOf(context.project().stages()))
        .when(answers -> answers.to(BackupAnswers.SCOPE).equals(BackupAnswers.ONE));
  }

  @Override
  public Region options(WizardModel<?, ?> model) {
    return new Form(model)
        .file(
            new Field(
                BackupAnswers.FILE,
                "File",
                ".runfabric/backup/<service>-<kind>-<UTC time>.json",
                "Where it goes. Left empty, it gets a name of its own in the project's folder of"
                    + " backups."),
            () -> context.desktop().chooseFile("backup.json", "Backup", "json"))
        .check(
            new Field(
                BackupAnswers.REPLACE,
                "Replace a file that is there already",
                "",
                "Only once the new one is written and found good."))
        .when(answers -> !answers.to(BackupAnswers.FILE).isEmpty())
        .oneOf(
            new Field(BackupAnswers.PROTECTION, "Encryption", "", ""),
            List.of(
                new Choice(
                    BackupAnswers.NONE, "None", "Only your user can read the file (mode 0600)."),
                new Choice(
                    BackupAnswers.PASSPHRASE,
                    "With a passphrase",
                    "In the format of the age tool, which opens it too."),
                new Choice(
                    BackupAnswers.RECIPIENTS,
                    "For recipients",
                    "Only who has one of their keys can open it.")))
        .secret(new Field(BackupAnswers.PASSPHRASE, "Passphrase", "", ""))
        .when(answers -> answers.to(BackupAnswers.PROTECTION).equals(BackupAnswers.PASSPHRASE))
        .secret(new Field(BackupAnswers.REPEATED, "The same again", "", ""))
        .when(answers -> answers.to(BackupAnswers.PROTECTION).equals(BackupAnswers.PASSPHRASE))
        .text(new Field(BackupAnswers.RECIPIENTS, "Recipients", "age1…", "Apart by blanks."))
        .when(answers -> answers.to(BackupAnswers.PROTECTION).equals(BackupAnswers.RECIPIENTS))
        .check(
            new Field(
                BackupAnswers.PARTIAL,
                "Keep what does not load as raw bytes",
                "",
                "Otherwise one unreadable document fails the backup, by name."))
        .text(
            new Field(
                BackupAnswers.KEEP,
                "Keep the newest",
                "all",
                "Older ones of this service and backend are removed afterwards; only files this"
                    + " console wrote."))
        .text(new Field(BackupAnswers.KEEP_DAYS, "Keep those of the last days", "for ever", ""));
  }
}
