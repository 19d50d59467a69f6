package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.SilenceLimit;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.document.ComposedBackend;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.LockFormat;
import java.nio.file.Path;
import java.util.List;

/// Opens the backend a project's configuration describes.
public final class Backends {

  private Backends() {}

  /// Opens the project's backend. Nothing is created.
  ///
  /// @throws BackendException when several workspaces match
  public static StateBackend open(Project project, BackendOptions options) throws BackendException {
    Gathered parts =
        new Gathered(new LocalDocumentStore(project.folder()), terms(project, options));
    SilenceLimit.check(project.environment());
    try {
      Path own = project.folder().resolve(".runfabric");
      parts.watched.addAll(List.of(own, own.resolve("journals"), own.resolve("locks")));
      String location = new ReceiptPlaces(project, options.workspace(), parts).open();
      parts.localFiles();
      new RecordPlaces(project, parts).open();
      return new ComposedBackend(parts.parts(project.backend().kind(), location));
    } catch (BackendException e) {
      parts.close();
      throw e;
    }
  }

  private static LockTerms terms(Project project, BackendOptions options) {
    return new LockTerms(
        () ->
            new LockFormat(
                options.clock().instant(),
                project.records().lock().staleAfter(),
                options.processAlive()),
        options.clock(),
        project.records().lock());
  }
}
