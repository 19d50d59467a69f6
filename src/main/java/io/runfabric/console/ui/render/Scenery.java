package io.runfabric.console.ui.render;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.ui.shell.Desk;
import io.runfabric.console.ui.shell.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Projects that show the window's empty and error states.
final class Scenery {

  private static final List<String> STAGES = List.of("dev", "preview", "qa", "staging", "prod");
  private static final List<Duration> DEPLOYS =
      List.of(Duration.ofDays(40), Duration.ofDays(19), Duration.ofDays(6), Duration.ofHours(2));

  private final Path folder;

  Scenery(Path folder) {
    this.folder = folder;
  }

  /// A project that was never deployed.
  ProjectRequest emptyProject(ProjectRequest like) throws IOException {
    return project(
        like,
        "orders",
        """
        service: orders

        provider:
          name: aws-lambda
          runtime: nodejs22.x
          region: eu-central-1

        backend:
          kind: local
        """);
  }

  /// A project that may be written to, with a receipt for each of a few stages.
  ProjectRequest writableProject(ProjectRequest like) throws IOException {
    ProjectRequest made =
        project(
            like,
            "checkout-api",
            """
            service: checkout-api

            provider:
              name: aws-lambda
              runtime: nodejs22.x
              region: eu-central-1

            backend:
              kind: local # until there is a database
              sqlitePath: .runfabric/state.db
            """);
    for (String stage : STAGES) {
      receipt(stage, "nodejs22.x", "2026-03-01T09:30:00Z");
    }
    return made;
  }

  /// Takes receipts of that project away, and puts an older one in the place of another.
  void damage() throws IOException {
    Files.delete(receipts().resolve("qa.json"));
    Files.delete(receipts().resolve("prod.json"));
    receipt("staging", "nodejs20.x", "2026-01-12T16:04:00Z");
  }

  private Path receipts() {
    return folder.resolve("checkout-api").resolve(".runfabric");
  }

  private void receipt(String stage, String runtime, String updatedAt) throws IOException {
    Files.createDirectories(receipts());
    Files.writeString(
        receipts().resolve(stage + ".json"),
        """
        {"version": 2, "service": "checkout-api", "stage": "%1$s", "provider": "aws-lambda",
         "deploymentId": "%1$s-%2$s",
         "outputs": {"url": "https://%1$s.checkout.example.com", "apiKey": "sk_live_%1$s"},
         "functions": [{"name": "cart", "runtime": "%2$s", "memory": 512},
                       {"name": "pay", "runtime": "%2$s", "memory": 1024}],
         "updatedAt": "%3$s"}
        """
            .formatted(stage, runtime, updatedAt));
  }

  /// A configuration with several mistakes.
  ProjectRequest brokenProject(ProjectRequest like) throws IOException {
    return project(
        like,
        "payments",
        """
        service: payments

        provider:
          name: aws-lambda
          runtime: nodejs22.x
          region: ${env:PAYMENTS_REGION}

        backend:
          kind: dynamo
          s3Bucket: ${env:STATE_BUCKET}
          lockTable: payments-locks

        state:
          backend: local
          lock:
            timeoutSeconds: soon
        """);
  }

  /// A project that was backed up, and deployed anew since.
  ProjectRequest changedProject(ProjectRequest like, BackendOptions options) throws IOException {
    ProjectRequest request = project(like, "invoices", "service: invoices\n");
    Instant now = options.clock().instant();
    for (int i = 0; i < DEPLOYS.size(); i++) {
      Instant then = now.minus(DEPLOYS.get(i));
      deployed(request, "prod", i, then);
      if (i == 0) {
        deployed(request, "staging", i, then);
      }
      if (i < DEPLOYS.size() - 1) {
        backup(request, options, then.plus(Duration.ofHours(3)));
      }
    }
    return request;
  }

  private static void deployed(ProjectRequest request, String stage, int nth, Instant then)
      throws IOException {
    String receipt =
        """
        {"version": 2, "service": "invoices", "stage": "%1$s", "provider": "aws-lambda",
         "deploymentId": "aws-lambda-%1$s-%2$d",
         "outputs": {"region": "eu-central-1", "url": "https://a%3$d.execute-api.example.com",
                     "apiKey": "key-%3$d"},
         "functions": [{"function": "render", "artifactSha256": "%4$s", "resourceName":
                        "invoices-%1$s-render"}%5$s],
         "metadata": {"account_id": "420000000042"}, "updatedAt": "%6$s"}
        """
            .formatted(
                stage,
                then.getEpochSecond(),
                nth / 2,
                Revision.ofText("render " + nth).hex(),
                nth < 1 ? "" : ", {\"function\": \"archive\", \"artifactSha256\": \"00ab\"}",
                Timestamps.engine2(then));
    Path state = Files.createDirectories(request.typed().resolveSibling(".runfabric"));
    Files.writeString(state.resolve(stage + ".json"), receipt);
  }

  private static void backup(ProjectRequest request, BackendOptions options, Instant then)
      throws IOException {
    BackendOptions at =
        new BackendOptions(
            options.workspace(), Clock.fixed(then, ZoneOffset.UTC), options.processAlive());
    try (ProjectSession session = ProjectSession.open(request, at)) {
      new SafetyCopy("runfabric-console", "ada").of(session, Progress.NONE, Cancellation.never());
    } catch (InvalidProjectException | BackendException e) {
      throw new IOException("cannot write the scenery: " + e.getMessage(), e);
    }
  }

  /// Where these projects lie.
  Path folder() {
    return folder;
  }

  /// A window that was left with several projects: the one given, one that was never deployed, one
  /// that does not load, one with long names, and one that is kept elsewhere.
  Desk desk(ProjectRequest given) throws IOException {
    Path first = given.workingDirectory().resolve(given.typed()).toAbsolutePath().normalize();
    List<Desk.Left> all = new ArrayList<>();
    all.add(left(first, "checkout-api"));
    all.add(left(emptyProject(given).typed(), "orders"));
    all.add(left(brokenProject(given).typed(), "payments"));
    all.add(
        left(
            project(
                    given,
                    "a-customer-with-a-long-name/notification-preferences-synchronisation",
                    """
                    service: notification-preferences-synchronisation

                    provider:
                      name: gcp-functions
                      runtime: nodejs22.x
                      region: europe-west3
                    """)
                .typed(),
            "notification-preferences-synchronisation"));
    all.add(
        left(
            project(
                    given,
                    "invoices",
                    """
                    service: invoices

                    provider:
                      name: aws-lambda
                      runtime: nodejs22.x
                      region: eu-central-1

                    backend:
                      kind: s3
                      s3Bucket: invoices-state
                    """)
                .typed(),
            "invoices"));
    return new Desk(all, Optional.of(first), Optional.empty());
  }

  private static Desk.Left left(Path file, String name) {
    return new Desk.Left(
        file, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private ProjectRequest project(ProjectRequest like, String name, String text) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(home.resolve(ProjectFiles.NAME), text);
    return new ProjectRequest(
        file, like.workingDirectory(), Optional.empty(), Optional.empty(), like.environment());
  }
}
