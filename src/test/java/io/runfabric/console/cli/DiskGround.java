package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A project on a disk that fails, and what one command is to make of it.
///
/// @param project its folder, on that disk
/// @param elsewhere a folder on another disk
record DiskGround(DiskWork work, Path project, Path elsewhere) {

  /// What is said within everything that lies outside the project.
  static final String OUTSIDE = "outside-marker";

  private static final String OLD = "2026-02-01T10:00:00Z";
  private static final String NEW = "2026-02-20T10:00:00Z";
  private static final Map<String, String> BEFORE =
      Map.of("dev", receipt("dev", OLD), "qa", receipt("qa", OLD));
  private static final Map<String, String> WANTED =
      Map.of("dev", receipt("dev", NEW), "qa", receipt("qa", OLD), "uat", receipt("uat", NEW));

  /// Larger than a page of a disk.
  static String receipt(String stage, String time) {
    return "{\"version\": 2, \"service\": \"shop\", \"stage\": \"%s\", \"provider\": \"aws\","
            .formatted(stage)
        + " \"outputs\": {\"note\": \"%s\"}, \"updatedAt\": \"%s\"}\n"
            .formatted("x".repeat(5_000), time);
  }

  private static String record(String stage) {
    return "{\"schemaVersion\": 2, \"service\": \"shop\", \"stage\": \"%s\", \"provider\": \"aws\","
            .formatted(stage)
        + " \"updatedAt\": \"2026-02-01T10:00:00.000Z\", \"lifecycle\": \"applied\"}\n";
  }

  CommandLineRun commands() {
    return new CommandLineRun(project);
  }

  Outcome run() {
    List<String> words = new ArrayList<>(work.words(this));
    words.addAll(List.of("--yes", "--json"));
    return commands().run(words.toArray(String[]::new));
  }

  Path backup() {
    return elsewhere.resolve("wanted.json");
  }

  Path database() {
    return work == DiskWork.MIGRATE
        ? elsewhere.resolve("state.db")
        : project.resolve(".runfabric/state.db");
  }

  private String configuration() {
    return "# The shop.\nservice: shop\nbackend:\n  kind: %s\n  sqlitePath: %s\n"
        .formatted(work.kind(), database());
  }

  /// The backup that is restored: made once, on the other disk.
  static void wanted(Path elsewhere) throws IOException {
    Path folder = elsewhere.resolve("wanted");
    file(folder.resolve("runfabric.yml"), "service: shop\n");
    for (String stage : WANTED.keySet()) {
      file(folder.resolve(".runfabric/" + stage + ".json"), WANTED.get(stage));
    }
    Outcome made =
        new CommandLineRun(folder)
            .run("state", "backup", "--out", elsewhere.resolve("wanted.json").toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
  }

  void prepare() throws Exception {
    file(project.resolve("runfabric.yml"), configuration());
    file(project.resolve(".env"), "SHOP_SIZE=1\n");
    file(project.resolve(".runfabric/state/shop/dev/aws.state.json"), record("dev"));
    file(
        project.resolve(".runfabric/journals/shop-dev.journal.json"),
        "{\"service\": \"shop\", \"stage\": \"dev\", \"operation\": \"deploy\", \"status\":"
            + " \"completed\", \"version\": 1, \"operations\": []}\n");
    Files.createDirectories(project.resolve(".runfabric/locks"));
    if (work == DiskWork.BACKUP_OVER) {
      Files.copy(backup(), project.resolve("kept.json"));
    }
    if (work.kind().equals("sqlite")) {
      Files.deleteIfExists(database());
      try (Connection database = open();
          Statement create = database.createStatement()) {
        if (work == DiskWork.RESTORE_WAL) {
          create.execute("PRAGMA journal_mode=WAL");
        }
        create.execute(
            "CREATE TABLE runfabric_receipts (workspace_id TEXT, stage TEXT, data TEXT,"
                + " updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
        for (String stage : BEFORE.keySet()) {
          insert(database, stage);
        }
      }
      return;
    }
    for (String stage : BEFORE.keySet()) {
      file(project.resolve(".runfabric/" + stage + ".json"), BEFORE.get(stage));
    }
  }

  private static void insert(Connection database, String stage) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO runfabric_receipts VALUES ('.', ?, ?, ?)")) {
      insert.setString(1, stage);
      insert.setString(2, BEFORE.get(stage));
      insert.setString(3, OLD);
      insert.execute();
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database());
  }

  private static void file(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /// The receipts that are to be there before.
  private Map<String, String> before() {
    return work == DiskWork.MIGRATE ? Map.of() : BEFORE;
  }

  /// The receipts that are to be there afterwards.
  private Map<String, String> after() {
    return switch (work) {
      case BACKUP, BACKUP_OVER, LIST -> BEFORE;
      case RESTORE, RESTORE_SQLITE, RESTORE_WAL -> WANTED;
      case MIGRATE -> BEFORE;
      case REMOVE -> Map.of("qa", BEFORE.get("qa"));
    };
  }

  private Map<String, String> now() throws Exception {
    Map<String, String> now = new TreeMap<>();
    if (work.kind().equals("sqlite") && work != DiskWork.MIGRATE) {
      try (Connection database = open();
          Statement select = database.createStatement();
          ResultSet rows = select.executeQuery("SELECT stage, data FROM runfabric_receipts")) {
        while (rows.next()) {
          now.put(rows.getString(1), rows.getString(2));
        }
      }
      return now;
    }
    try (Stream<Path> files = Files.list(project.resolve(".runfabric"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
          now.put(name.replace(".json", ""), Files.readString(file));
        }
      }
    }
    return now;
  }

  /// Each document is the old or the new one, everything loads, and nothing is left over.
  void isWhole() throws Exception {
    Map<String, String> now = now();
    Set<String> stages = new TreeSet<>(now.keySet());
    stages.addAll(before().keySet());
    boolean changed = false;
    for (String stage : stages) {
      String is = now.get(stage);
      boolean old = Objects.equals(is, before().get(stage));
      assertThat(old || Objects.equals(is, after().get(stage)))
          .as(stage + " is the old or the new one: " + is)
          .isTrue();
      changed |= !old && before().containsKey(stage);
    }
    String configuration = Files.readString(project.resolve("runfabric.yml"));
    assertThat(configuration).isIn(configuration(), moved());
    assertThat(configuration.equals(configuration()) || now.equals(after())).isTrue();
    noTemporaryFiles();
    JsonNode backups = commands().run("backup", "list", "--json").result().path("backups");
    assertThat(backups).allMatch(one -> one.path("state").asText().equals("verified"), "is good");
    assertThat(!changed || !backups.isEmpty()).as("what was replaced is kept").isTrue();
    JsonNode list = commands().run("state", "list", "--json").result().path("entries");
    assertThat(list).noneMatch(one -> one.path("health").asText().equals("unreadable"));
    assertThat(commands().run("lock", "list", "--json").result().path("locks")).isEmpty();
    if (work == DiskWork.BACKUP_OVER) {
      Outcome kept = commands().run("backup", "verify", "kept.json", "--json");
      assertThat(kept.exitCode()).as(kept.out()).isZero();
    }
  }

  void isFinished() throws Exception {
    noTemporaryFiles();
    assertThat(now()).isEqualTo(after());
    if (work == DiskWork.MIGRATE) {
      assertThat(project.resolve("runfabric.yml")).hasContent(moved());
    }
  }

  private String moved() {
    return work == DiskWork.MIGRATE
        ? configuration()
            .replace("kind: sqlite", "kind: local")
            .replace("  sqlitePath", "  # sqlitePath")
        : configuration();
  }

  private void noTemporaryFiles() throws IOException {
    try (Stream<Path> all = Files.walk(project)) {
      assertThat(all.map(Path::toString).filter(name -> name.endsWith(".tmp"))).isEmpty();
    }
  }

  /// A failure is told with a code, in one sentence, and with what helps.
  static void isTyped(Outcome outcome) {
    String said = outcome.out() + outcome.err();
    assertThat(outcome.exitCode()).as(said).isIn(1, 2, 4, 5);
    JsonNode error = outcome.json().path("error");
    assertThat(error.path("code").asText()).as(said).isNotEmpty().isNotEqualTo("INTERNAL");
    assertThat(error.path("message").asText())
        .as(said)
        .isNotEmpty()
        .doesNotContain("Exception", "\n", ".tmp");
    assertThat(error.path("hint").asText()).as(said).isNotEmpty();
    assertThat(outcome.err()).doesNotContain("Exception", "\tat ");
  }

  /// Whatever lies below a folder.
  static Map<String, String> everything(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        all.put(
            folder.relativize(file).toString(),
            regular ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
      }
    }
    return all;
  }
}
