package io.runfabric.console.ui.backups;

import io.runfabric.console.operation.age.Encryption;
import io.runfabric.console.operation.backup.Retention;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.ui.wizard.FieldProblem;
import io.runfabric.console.ui.wizard.Page;
import io.runfabric.console.ui.write.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What is filled in to make a backup, understood.
record BackupAnswers(Answers answers) {

  static final String SCOPE = "scope";
  static final String WHOLE = "whole";
  static final String ONE = "one";
  static final String STAGE = "stage";
  static final String FILE = "file";
  static final String REPLACE = "replace";
  static final String PARTIAL = "partial";
  static final String PROTECTION = "protection";
  static final String NONE = "none";
  static final String PASSPHRASE = "passphrase";
  static final String REPEATED = "repeated";
  static final String RECIPIENTS = "recipients";
  static final String KEEP = "keep";
  static final String KEEP_DAYS = "keep-days";

  static Answers initial(Optional<String> stage) {
    return new Answers(
        Map.of(SCOPE, stage.isEmpty() ? WHOLE : ONE, STAGE, stage.orElse(""), PROTECTION, NONE));
  }

  /// The stage that is meant; empty for all.
  String stage() {
    return answers.to(SCOPE).equals(WHOLE) ? "" : answers.to(STAGE);
  }

  /// Where to; empty for a name of its own in the project's folder of backups.
  String file() {
    return answers.to(FILE);
  }

  boolean replace() {
    return answers.yes(REPLACE);
  }

  boolean partial() {
    return answers.yes(PARTIAL);
  }

  boolean encrypted() {
    return !answers.to(PROTECTION).equals(NONE);
  }

  private boolean withPassphrase() {
    return answers.to(PROTECTION).equals(PASSPHRASE);
  }

  private boolean forRecipients() {
    return answers.to(PROTECTION).equals(RECIPIENTS);
  }

  Optional<Encryption> encryption() throws SnapshotException {
    if (withPassphrase()) {
      return Optional.of(Encryption.withPassphrase(answers.exactly(PASSPHRASE).toCharArray()));
    }
    return forRecipients()
        ? Optional.of(Encryption.forRecipients(answers.words(RECIPIENTS)))
        : Optional.empty();
  }

  /// How the file is kept from being read by others, in words.
  String protection() {
    if (!encrypted()) {
      return "None; only you can read the file";
    }
    return withPassphrase() ? "age, with a passphrase" : "age, for recipients";
  }

  Retention retention() {
    return new Retention(number(KEEP), number(KEEP_DAYS));
  }

  /// What becomes of older backups, in words.
  String kept() {
    List<String> rules = new ArrayList<>();
    number(KEEP).ifPresent(count -> rules.add("the newest " + count));
    number(KEEP_DAYS).ifPresent(count -> rules.add("those of the last " + count + " days"));
    return rules.isEmpty() ? "All stay" : "What stays: " + String.join(", and ", rules);
  }

  List<FieldProblem> problems(Page page) {
    List<FieldProblem> problems = new ArrayList<>();
    if (page == Page.CHOOSE && answers.to(SCOPE).equals(ONE) && stage().isEmpty()) {
      problems.add(new FieldProblem(STAGE, "Choose the stage."));
    }
    if (page == Page.OPTIONS) {
      if (withPassphrase()) {
        passphrase(problems);
      } else if (forRecipients()) {
        recipients(problems);
      }
      rule(problems, KEEP);
      rule(problems, KEEP_DAYS);
    }
    return problems;
  }

  private void passphrase(List<FieldProblem> problems) {
    if (answers.exactly(PASSPHRASE).isEmpty()) {
      problems.add(new FieldProblem(PASSPHRASE, "Choose a passphrase."));
    } else if (!answers.exactly(PASSPHRASE).equals(answers.exactly(REPEATED))) {
      problems.add(new FieldProblem(REPEATED, "The two passphrases differ."));
    }
  }

  private void recipients(List<FieldProblem> problems) {
    if (answers.words(RECIPIENTS).isEmpty()) {
      problems.add(new FieldProblem(RECIPIENTS, "Name a public key that starts with age1."));
      return;
    }
    try {
      var _ = Encryption.forRecipients(answers.words(RECIPIENTS));
    } catch (SnapshotException e) {
      problems.add(new FieldProblem(RECIPIENTS, e.sentence() + "; " + e.remedy() + "."));
    }
  }

  private void rule(List<FieldProblem> problems, String field) {
    if (!answers.to(field).isEmpty() && number(field).isEmpty()) {
      problems.add(new FieldProblem(field, "This takes a whole number from 1, or nothing."));
    }
  }

  private OptionalInt number(String field) {
    return answers.to(field).matches("[1-9]\\d{0,5}")
        ? OptionalInt.of(Integer.parseInt(answers.to(field)))
        : OptionalInt.empty();
  }

  List<String> command() {
    List<String> words = new ArrayList<>(List.of("state", "backup"));
    if (!stage().isEmpty()) {
      words.addAll(List.of("--stage", stage()));
    }
    if (!file().isEmpty()) {
      words.addAll(List.of("--out", file()));
    }
    if (replace()) {
      words.add("--force");
    }
    if (partial()) {
      words.add("--allow-partial");
    }
    if (withPassphrase()) {
      words.add("--encrypt");
    } else if (forRecipients()) {
      answers.words(RECIPIENTS).forEach(word -> words.addAll(List.of("--recipient", word)));
    }
    number(KEEP).ifPresent(count -> words.addAll(List.of("--keep", count + "")));
    number(KEEP_DAYS).ifPresent(count -> words.addAll(List.of("--keep-days", count + "")));
    return words;
  }
}
