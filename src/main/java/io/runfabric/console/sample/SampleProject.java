package io.runfabric.console.sample;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the sample afresh: `runfabric.yml` with SQLite receipts and local state records, and a
/// second project in `webhooks/` on local files. Between them they hold several stages and
/// providers, a held and a stale lock, an interrupted journal, unreadable receipts, rows of another
/// workspace, and files that are no receipts.
public final class SampleProject {

  private static final String MARKER = ".runfabric-sample";

  private SampleProject() {}

  /// Writes the sample into a folder and returns its runfabric.yml.
  ///
  /// @param directory created if absent; must be empty, or hold an earlier sample, which is
  ///   replaced
  /// @throws IOException when the folder holds anything else, or cannot be written
  public static Path write(Path directory, Clock clock) throws IOException {
    Path folder = directory.toAbsolutePath().normalize();
    makeRoom(folder);
    Files.writeString(folder.resolve(MARKER), "Written by runfabric-console demo.\n");
    Path shop = place("runfabric.yml", folder);
    Path webhooks = place("webhooks/runfabric.yml", folder);
    SampleDocuments documents = new SampleDocuments(clock.instant(), signatures(shop));
    fill(shop, backend -> new ShopState(documents).write(backend));
    fill(webhooks, backend -> new WebhooksState(documents).write(backend));
    return shop;
  }

  private static Map<String, String> signatures(Path config) throws IOException {
    try {
      LoadedProject loaded = ProjectLoader.load(request(config));
      String runtime = loaded.project().provider().runtime();
      return loaded.functions().stream()
          .collect(
              Collectors.toMap(FunctionSettings::name, settings -> settings.signature(runtime)));
    } catch (InvalidProjectException e) {
      throw new IOException("cannot write the sample: " + e.getMessage(), e);
    }
  }

  private static ProjectRequest request(Path config) {
    return new ProjectRequest(
        config, config.getRoot(), Optional.empty(), Optional.empty(), Map.of());
  }

  /// One project's share of the sample.
  interface Filling {
    void into(SampleWriter writer) throws BackendException;
  }

  private static void fill(Path config, Filling filling) throws IOException {
    try {
      Project project = ProjectLoader.load(request(config)).project();
      BackendOptions options = BackendOptions.standard().withWorkspace(Optional.of("."));
      try (StateBackend backend = Backends.open(project, options)) {
        filling.into(new SampleWriter(backend));
      }
    } catch (InvalidProjectException | BackendException e) {
      throw new IOException("cannot write the sample: " + e.getMessage(), e);
    }
  }

  private static Path place(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (InputStream source = SampleProject.class.getResourceAsStream(name)) {
      if (source == null) {
        throw new IOException("the sample's " + name + " is missing from this build");
      }
      Files.write(file, source.readAllBytes());
    }
    return file;
  }

  private static void makeRoom(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file: name a folder for the sample");
    }
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve(MARKER))) {
      for (String own : new String[] {".runfabric", "webhooks"}) {
        deleteAll(folder.resolve(own));
      }
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        throw new IOException(
            folder + " is not empty: name an empty or new folder, so that nothing is overwritten");
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Adds documents through the backend; each must be new.
  record SampleWriter(StateBackend backend) {

    void receipt(String stage, String json) throws BackendException {
      write(backend.locate(EntryAddress.receipt(stage)), json);
    }

    void record(String service, String stage, String provider, String json)
        throws BackendException {
      write(backend.locate(EntryAddress.record(service, stage, provider)), json);
    }

    void beside(DocumentRef ref, String suffix, String json) throws BackendException {
      write(new DocumentRef(ref.source(), ref.key() + suffix), json);
    }

    void file(String path, String content) throws BackendException {
      write(new DocumentRef("local", path), content);
    }

    void row(String workspace, String stage, String json) throws BackendException {
      String key = "runfabric_receipts[" + workspace + "]/" + stage;
      write(new DocumentRef("sqlite", key), json);
    }

    private void write(DocumentRef ref, String content) throws BackendException {
      backend.write(ref, content.getBytes(StandardCharsets.UTF_8), Precondition.ABSENT);
    }
  }
}
