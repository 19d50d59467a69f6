package io.runfabric.console.backend.gcs;

import com.google.api.services.storage.model.Bucket;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.ConditionTrial;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.HttpDate;
import io.runfabric.console.backend.checkup.Permissions;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.backend.checkup.Transit;
import io.runfabric.console.config.Project;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Looks at a bucket.
///
/// @param root empty, or the prefix with `/` at its end
public record GcsCheckup(Project project, String bucket, String root, String what)
    implements Checkup {

  private static final Permissions PERMISSIONS =
      new Permissions(
          "storage.objects.list",
          "storage.objects.get",
          "storage.objects.create",
          "storage.objects.create and delete",
          "storage.objects.delete");

  @Override
  public String place() {
    return what + " in gs://" + bucket + "/" + root;
  }

  @Override
  public void run(Sitting sitting) {
    GcsAccess access = new GcsAccess(project.environment(), project.folder());
    try (GcsDocumentStore store = GcsDocumentStore.open(access, bucket, root)) {
      credentials(access.credentialOrigin(), sitting);
      URI host = URI.create(store.bucket().options().getHost());
      Transit.tell(host, "use an https address in STORAGE_EMULATOR_HOST, or unset it", sitting);
      StoreTrial trial =
          new StoreTrial(
              store, new Range(root, false), root + ConditionTrial.freshName(), PERMISSIONS);
      if (trial.run(sitting)) {
        clock(host.resolve("/storage/v1/b/" + bucket + "?fields=name"), access, sitting);
        settings(store.bucket(), sitting);
      }
    } catch (BackendException e) {
      sitting.tell(Finding.failed(StoreTrial.area(e), place(), "works", e));
      StoreTrial.notReached(PERMISSIONS, sitting);
    }
  }

  private void credentials(String origin, Sitting sitting) {
    if (origin.contains(" ")) {
      sitting.info(
          Area.CREDENTIALS, "credentials", "no variable names any; taken from " + origin, "");
    } else {
      sitting.ok(
          Area.CREDENTIALS,
          "credentials",
          "found: " + origin + " of " + project.variableOrigin(origin));
    }
  }

  // The SDK hands out no headers; any answer, also a refusal, tells the time.
  private static void clock(URI asked, GcsAccess access, Sitting sitting) {
    try {
      HttpDate.tell(sitting.cancellation().leaving(() -> date(asked, access)), sitting);
    } catch (ExecutionException _) {
      sitting.notChecked(Area.CLOCK, "clock", "the server does not tell its time", "");
    }
  }

  private static Optional<String> date(URI address, GcsAccess access) throws IOException {
    HttpURLConnection asked = (HttpURLConnection) address.toURL().openConnection();
    try {
      asked.setConnectTimeout(Math.toIntExact(access.patience().connect().toMillis()));
      asked.setReadTimeout(Math.toIntExact(access.patience().silence().toMillis()));
      return Optional.ofNullable(asked.getHeaderField("Date"));
    } finally {
      asked.disconnect();
    }
  }

  private void settings(GcsBucket at, Sitting sitting) {
    try {
      Bucket told = at.answer(sitting.cancellation(), () -> GcsObjects.of(at).settings());
      boolean ownKey =
          told.getEncryption() != null && told.getEncryption().getDefaultKmsKeyName() != null;
      sitting.ok(
          Area.AT_REST,
          "encryption",
          ownKey ? "with a key of yours in Cloud KMS" : "with a key that Google owns");
      versions(
          told.getVersioning() != null && Boolean.TRUE.equals(told.getVersioning().getEnabled()),
          sitting);
    } catch (GcsFailure _) {
      String remedy = "allow storage.buckets.get to have it looked at";
      sitting.notChecked(Area.AT_REST, "encryption", "the bucket does not tell", remedy);
      sitting.notChecked(Area.HISTORY, "versioning", "the bucket does not tell", remedy);
    }
  }

  private void versions(boolean kept, Sitting sitting) {
    if (kept) {
      sitting.ok(Area.HISTORY, "versioning", "the bucket keeps earlier versions");
    } else {
      sitting.info(
          Area.HISTORY,
          "versioning",
          "the bucket keeps no earlier versions",
          "turn on versioning to be able to look back: gcloud storage buckets update gs://"
              + bucket
              + " --versioning");
    }
  }
}
