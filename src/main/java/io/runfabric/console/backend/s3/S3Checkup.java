package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsCall;
import io.runfabric.console.backend.aws.AwsCheckup;
import io.runfabric.console.backend.aws.AwsFailure;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.ConditionTrial;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Permissions;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.config.Project;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// Looks at a bucket.
///
/// @param root empty, or the prefix with `/` at its end
public record S3Checkup(Project project, AwsAccess access, String bucket, String root, String what)
    implements Checkup {

  private static final int RACES = 3;
  private static final Permissions PERMISSIONS =
      Permissions.of("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject");

  @Override
  public String place() {
    return what + " in s3://" + bucket + "/" + root;
  }

  @Override
  public void run(Sitting sitting) {
    boolean credentials = new AwsCheckup(project, access, "S3").tell(sitting);
    try (S3DocumentStore store = S3DocumentStore.open(access, bucket, root)) {
      StoreTrial trial =
          new StoreTrial(
              store, new Range(root, false), root + ConditionTrial.freshName(), PERMISSIONS, RACES);
      if (!credentials) {
        trial.unreached(sitting);
        return;
      }
      if (trial.run(sitting)) {
        settings(store.bucket(), sitting);
      }
    } catch (BackendException e) {
      sitting.tell(Finding.failed(StoreTrial.area(e), place(), "works", e));
    }
  }

  private void settings(S3Bucket at, Sitting sitting) {
    clock(at, sitting);
    encryption(at, sitting);
    versions(at, sitting);
  }

  private void clock(S3Bucket at, Sitting sitting) {
    try {
      HeadBucketResponse head =
          AwsCall.answer(
              at.attempt("look at", "", "ListBucket"),
              sitting.cancellation(),
              () -> at.client().headBucket(request -> request.bucket(bucket)));
      AwsCheckup.clock(head.sdkHttpResponse(), sitting);
    } catch (BackendException e) {
      sitting.notChecked(Area.CLOCK, "clock", e.sentence(), e.remedy());
    }
  }

  private void encryption(S3Bucket at, Sitting sitting) {
    String subject = "default encryption";
    try {
      GetBucketEncryptionResponse answer =
          at.client().getBucketEncryption(request -> request.bucket(bucket));
      boolean kms =
          answer.serverSideEncryptionConfiguration().rules().stream()
              .map(rule -> rule.applyServerSideEncryptionByDefault())
              .anyMatch(by -> by != null && by.sseAlgorithm() != ServerSideEncryption.AES256);
      sitting.ok(Area.AT_REST, subject, kms ? "SSE-KMS" : "SSE-S3");
    } catch (S3Exception e) {
      if (AwsFailure.code(e).equals("ServerSideEncryptionConfigurationNotFoundError")) {
        sitting.warning(
            Area.AT_REST,
            subject,
            "the bucket encrypts nothing by itself",
            "turn on default encryption: aws s3api put-bucket-encryption");
        return;
      }
      unknown(Area.AT_REST, subject, "s3:GetEncryptionConfiguration", e, sitting);
    } catch (SdkException e) {
      unknown(Area.AT_REST, subject, "s3:GetEncryptionConfiguration", e, sitting);
    }
  }

  private void versions(S3Bucket at, Sitting sitting) {
    String subject = "versioning";
    try {
      String status =
          String.valueOf(
              at.client().getBucketVersioning(request -> request.bucket(bucket)).status());
      if (status.equals("Enabled")) {
        sitting.ok(Area.HISTORY, subject, "the bucket keeps earlier versions");
      } else {
        sitting.info(
            Area.HISTORY,
            subject,
            "the bucket keeps no earlier versions",
            "turn on versioning to be able to look back: aws s3api put-bucket-versioning");
      }
    } catch (SdkException e) {
      unknown(Area.HISTORY, subject, "s3:GetBucketVersioning", e, sitting);
    }
  }

  private static void unknown(
      Area area, String subject, String permission, SdkException e, Sitting sitting) {
    String code = e instanceof S3Exception answer ? AwsFailure.code(answer) : "";
    sitting.notChecked(
        area,
        subject,
        "the store does not tell" + (code.isEmpty() ? "" : " (" + code + ")"),
        "allow " + permission + " to have it looked at");
  }
}
