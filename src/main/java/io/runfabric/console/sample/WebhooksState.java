package io.runfabric.console.sample;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.sample.SampleProject.SampleWriter;
import java.time.Duration;
import java.util.Map;

/// The state of the sample's second project, `webhooks`: local files, among them some that are no
/// receipts.
record WebhooksState(SampleDocuments documents) {

  void write(SampleWriter to) throws BackendException {
    to.receipt("dev", fly("dev", Duration.ofHours(4)));
    to.receipt("live", fly("live", Duration.ofDays(23)));
    to.file(".runfabric/broken.json", "{\"version\": 2, \"service\": \"webhooks\", \"stage\": ");
    to.file(".runfabric/plugins.json", "{\"plugins\": [\"fly-machines\"]}\n");
    to.file(".runfabric/router-sync-dev.json", "[{\"route\": \"/in\", \"synced\": true}]\n");
    to.file(
        ".runfabric/runfabric-state-dev.json",
        "{\"endpoints\": [\"https://webhooks-dev.fly.dev\"]}\n");
    to.file(".runfabric/locks/webhooks-live.lock", documents.ago(Duration.ofDays(2)) + "\n");
  }

  private String fly(String stage, Duration age) {
    return documents.receipt(
        "webhooks",
        stage,
        "fly-machines",
        Map.of("url", "https://webhooks-" + stage + ".fly.dev"),
        Map.of("app", "webhooks-" + stage, "machine_id", "4d891" + stage.length()),
        age);
  }
}
