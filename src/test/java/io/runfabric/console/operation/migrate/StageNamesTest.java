package io.runfabric.console.operation.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageNamesTest {

  @ParameterizedTest
  @CsvSource({
    "s3://acme-staging-state/shop, prod, staging",
    "s3://acme-state/runfabric, prod, ",
    "postgres://db.prod.example.com:5432/shop (receipts), dev, prod",
    "postgres://db.prod.example.com:5432/shop (receipts), production, ",
    "gs://shop-qa/dev, dev, ",
    "gs://shop-blue/x, green, blue",
    "gs://products/x, dev, ",
  })
  void aPlaceNamedAfterAnotherStageIsKnown(String place, String stage, String expected) {
    assertThat(StageNames.stranger(place, List.of(stage), List.of("blue", "green", stage)))
        .isEqualTo(Optional.ofNullable(expected));
  }
}
