package io.runfabric.console.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Health;
import io.runfabric.console.operation.SampleEntries;
import io.runfabric.console.operation.snapshot.SnapshotAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryAddressesTest {

  @Test
  void aReceiptIsAtItsStage() {
    assertThat(EntryAddresses.of(SampleEntries.receipt("shop", "dev", new Health.Ok())))
        .isEqualTo(new SnapshotAddress("", "dev", ""));
  }

  @ParameterizedTest
  @CsvSource({
    // As the document tells it, where its key is made of that.
    "my shop, dev, aws lambda, my-shop/dev/aws-lambda.state.json, my shop, dev, aws lambda",
    "shop, dev, aws, runfabric/state/shop/dev/aws.state.json, shop, dev, aws",
    // The stage as the key has it: the engine looks there.
    "shop, 'd e v', aws, shop/d-e-v/aws.state.json, shop, d-e-v, aws",
    // Under another key than its own.
    "other, prod, gcp, a/b/shop/dev/aws.state.json, shop, dev, aws",
    // No record's key.
    "shop, dev, aws, dev/aws.state.json, shop, dev, aws",
    "shop, dev, aws, x/y/z.json, shop, dev, aws",
  })
  void aRecordIsWhereItsKeySays(
      String service,
      String stage,
      String provider,
      String key,
      String asService,
      String asStage,
      String asProvider) {
    assertThat(EntryAddresses.of(SampleEntries.record(service, stage, provider, key)))
        .isEqualTo(new SnapshotAddress(asService, asStage, asProvider));
  }
}
