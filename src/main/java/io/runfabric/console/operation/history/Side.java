package io.runfabric.console.operation.history;

import java.nio.file.Path;
import java.util.Optional;

/// Where a document of an entry is taken from: one side of a comparison, or what to go back to.
public sealed interface Side {

  Side NOW = new Now();

  /// As one types it, such as `version:3f2a` or `now`.
  String word();

  /// For people, such as `Stage dev`.
  String title();

  /// What is stored now.
  record Now() implements Side {

    @Override
    public String word() {
      return "now";
    }

    @Override
    public String title() {
      return "Now";
    }
  }

  /// A version that the store keeps.
  record Version(String id) implements Side {

    @Override
    public String word() {
      return "version:" + id;
    }

    @Override
    public String title() {
      return "Version " + id;
    }
  }

  /// What a backup holds.
  record Backup(Path file) implements Side {

    @Override
    public String word() {
      return "backup:" + name(file);
    }

    @Override
    public String title() {
      return "Backup " + name(file);
    }
  }

  /// The same entry of another stage, now.
  record Stage(String name) implements Side {

    @Override
    public String word() {
      return "stage:" + name;
    }

    @Override
    public String title() {
      return "Stage " + name;
    }
  }

  /// The same entry in another project's backend, now.
  ///
  /// @param file its runfabric.yml
  record OtherProject(Path file) implements Side {

    @Override
    public String word() {
      return "project:" + file;
    }

    @Override
    public String title() {
      Path folder = file.toAbsolutePath().getParent();
      return "Project " + (folder == null ? file.toString() : name(folder));
    }
  }

  /// The same entry in another kind of backend of the same project, now.
  record OtherBackend(String kind) implements Side {

    @Override
    public String word() {
      return "backend:" + kind;
    }

    @Override
    public String title() {
      return "Backend " + kind;
    }
  }

  /// The forms of [#word], for people.
  String FORMS =
      "now, stage:NAME, version:ID, backup:FILE, project:FILE (a runfabric.yml) or backend:KIND";

  /// What somebody typed; empty when it is none of the forms.
  static Optional<Side> parse(String typed) {
    if (typed.equals("now")) {
      return Optional.of(NOW);
    }
    int colon = typed.indexOf(':');
    String rest = typed.substring(colon + 1);
    if (colon < 0 || rest.isEmpty()) {
      return Optional.empty();
    }
    return switch (typed.substring(0, colon)) {
      case "stage" -> Optional.of(new Stage(rest));
      case "version" -> Optional.of(new Version(rest));
      case "backup" -> Optional.of(new Backup(Path.of(rest)));
      case "project" -> Optional.of(new OtherProject(Path.of(rest)));
      case "backend" -> Optional.of(new OtherBackend(rest));
      default -> Optional.empty();
    };
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
