package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.provider.CloudAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said without anybody being asked.
class ProviderCheckTest {

  @TempDir private Path folder;
  private final Findings findings = new Findings();
  private final List<String> progress = new ArrayList<>();
  private ProviderCheck check;

  @BeforeEach
  void aCheck() throws Exception {
    String configuration = "service: shop\nprovider: {name: aws-lambda}\n";
    ProjectRequest request = SampleDeployed.request(folder, configuration);
    LoadedProject loaded = SampleDeployed.project(folder, configuration);
    check =
        new ProviderCheck(
            new StageConfigs(request, loaded),
            new CloudAccess(Map.of(), "", folder, Set.of()),
            watched(),
            Cancellation.never());
  }

  @Test
  void whatNamesNothingInTheCloudIsNotChecked() {
    check.look(SampleDeployed.of(SampleDeployed.record("dev", "applied", "")), findings);
    check.look(receipt("qa", ""), findings);

    check.finish(findings);

    assertThat(SampleDeployed.open(findings))
        .containsExactly(
            "provider: record shop/dev/aws-lambda: engine 1's records do not name what is in the"
                + " cloud",
            "provider: receipt qa: the receipt names no provider");
    assertThat(findings.found()).isEmpty();
    assertThat(progress).isEmpty();
  }

  @Test
  void whereTheConsoleCannotLookEveryEntryIsNotChecked() {
    check.look(receipt("dev", "heroku"), findings);
    check.look(receipt("qa", "heroku"), findings);
    check.look(receipt("old", "fly"), findings);

    check.finish(findings);

    String remedy =
        " (look there with the provider's own tools; endpoints are checked all the same)";
    assertThat(SampleDeployed.open(findings))
        .containsExactly(
            "provider: receipt old: the console cannot look into fly" + remedy,
            "provider: receipt dev: the console cannot look into heroku" + remedy,
            "provider: receipt qa: the console cannot look into heroku" + remedy);
    assertThat(progress).containsExactly("phase provider", "1 of 3", "2 of 3", "3 of 3");
  }

  private Progress watched() {
    return new Progress() {
      @Override
      public void at(long done, long total) {
        progress.add(done + " of " + total);
      }

      @Override
      public void phase(String name) {
        progress.add("phase " + name);
      }
    };
  }

  private static Deployed receipt(String stage, String provider) {
    return SampleDeployed.of(
        new Receipt(
            "shop",
            stage,
            provider,
            "d-1",
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            SampleDeployed.TIME));
  }
}
