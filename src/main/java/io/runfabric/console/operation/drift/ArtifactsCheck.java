package io.runfabric.console.operation.drift;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Receipt.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// What receipts say was built, with the files that lie there now.
///
/// @param folder the project's
record ArtifactsCheck(Path folder, Cancellation cancellation) implements Check {

  private static final int BUFFER = 1 << 16;

  @Override
  public void look(Deployed deployed, Findings findings) {
    deployed
        .receipt()
        .ifPresent(
            receipt -> receipt.artifacts().forEach(artifact -> look(deployed, artifact, findings)));
  }

  private void look(Deployed deployed, Artifact artifact, Findings findings) {
    cancellation.check();
    String what = "artifact of " + artifact.function() + " in " + deployed.name();
    if (artifact.outputPath().isEmpty() || artifact.sha256().isEmpty()) {
      findings.notChecked(Against.ARTIFACTS, what, "the receipt names no file and hash");
      return;
    }
    try {
      Path file = folder.resolve(artifact.outputPath());
      if (!Files.isRegularFile(file)) {
        findings.notChecked(
            Against.ARTIFACTS, what, "there is no file " + artifact.outputPath() + " here");
        return;
      }
      compare(deployed, artifact, file, findings);
    } catch (IOException | InvalidPathException e) {
      findings.notChecked(Against.ARTIFACTS, what, artifact.outputPath() + " cannot be read");
    }
  }

  private void compare(Deployed deployed, Artifact artifact, Path file, Findings findings)
      throws IOException {
    long size = Files.size(file);
    if (artifact.sizeBytes() > 0 && artifact.sizeBytes() != size) {
      findings.add(
          finding(
              deployed,
              artifact,
              "artifact-size",
              "sizeBytes",
              Long.toString(artifact.sizeBytes()),
              Long.toString(size)));
      return;
    }
    String hash = sha256(file);
    if (!hash.equals(artifact.sha256().toLowerCase(Locale.ROOT))) {
      findings.add(finding(deployed, artifact, "artifact-hash", "sha256", artifact.sha256(), hash));
    }
  }

  private String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        cancellation.check();
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static DriftFinding finding(
      Deployed deployed,
      Artifact artifact,
      String rule,
      String field,
      String expected,
      String actual) {
    return deployed.finding(
        Against.ARTIFACTS,
        rule,
        Gravity.WARNING,
        "artifacts[" + artifact.function() + "]." + field,
        expected,
        actual,
        artifact.outputPath() + " was built anew since: it is not what was deployed",
        DriftFinding.engine("plan", deployed.entry().stage()));
  }
}
