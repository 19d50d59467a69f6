package io.runfabric.console.operation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Health;
import io.runfabric.console.operation.SampleEntries;
import io.runfabric.console.operation.snapshot.SnapshotAddress;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryPlaceTest {

  private static final EntryPlace RECEIPT =
      EntryPlace.of(SampleEntries.receipt("shop", "dev", new Health.Ok()));
  private static final EntryPlace RECORD =
      EntryPlace.of(SampleEntries.record("my shop", "dev", "aws", "my-shop/dev/aws.state.json"));

  private static SnapshotDocument document(
      SnapshotPart part, String service, String stage, String provider) {
    return new SnapshotDocument(
        part, new SnapshotAddress(service, stage, provider), Optional.empty(), "", new byte[2]);
  }

  @Test
  void itIsNamedAndFoundAtAnotherStage() {
    assertThat(RECEIPT.name()).isEqualTo("receipt dev");
    assertThat(RECORD.name()).isEqualTo("record my shop/dev/aws");
    assertThat(RECEIPT.address()).isEqualTo(EntryAddress.receipt("dev"));
    assertThat(RECEIPT.atStage("prod")).isEqualTo(EntryAddress.receipt("prod"));
    assertThat(RECORD.atStage("prod")).isEqualTo(EntryAddress.record("my shop", "prod", "aws"));
  }

  @Test
  void aDocumentOfABackupIsTheSameByItsAddress() {
    assertThat(RECEIPT.is(document(SnapshotPart.RECEIPT, "", "dev", ""))).isTrue();
    assertThat(RECEIPT.is(document(SnapshotPart.RECEIPT, "", "d-ev", ""))).isFalse();
    assertThat(RECEIPT.is(document(SnapshotPart.RECORD, "", "dev", ""))).isFalse();
    assertThat(RECEIPT.is(document(SnapshotPart.JOURNAL, "", "dev", ""))).isFalse();

    assertThat(RECORD.is(document(SnapshotPart.RECORD, "my shop", "dev", "aws"))).isTrue();
    // A key does not keep every letter.
    assertThat(RECORD.is(document(SnapshotPart.RECORD, "my-shop", "dev", "aws"))).isTrue();
    assertThat(RECORD.is(document(SnapshotPart.RECORD, "shop", "dev", "aws"))).isFalse();
    assertThat(RECORD.is(document(SnapshotPart.RECORD, "my shop", "prod", "aws"))).isFalse();
    assertThat(RECORD.is(document(SnapshotPart.RECORD, "my shop", "dev", "gcp"))).isFalse();
  }

  @Test
  void aReceiptsStageIsItsNameToTheLetter() {
    EntryPlace spaced = EntryPlace.of(SampleEntries.receipt("shop", "d ev", new Health.Ok()));

    assertThat(spaced.is(document(SnapshotPart.RECEIPT, "", "d ev", ""))).isTrue();
    assertThat(spaced.is(document(SnapshotPart.RECEIPT, "", "d-ev", ""))).isFalse();
  }

  @Test
  void whatDidNotLoadIsTheSameByWhereItWas() {
    assertThat(RECEIPT.is(unreadable(new DocumentRef("local", ".runfabric/dev.json"), 1))).isTrue();
    assertThat(RECEIPT.is(unreadable(new DocumentRef("local", ".runfabric/qa.json"), 1))).isFalse();
    // Nothing of it was kept.
    assertThat(RECEIPT.is(unreadable(new DocumentRef("local", ".runfabric/dev.json"), 0)))
        .isFalse();
  }

  private static SnapshotDocument unreadable(DocumentRef origin, int length) {
    return new SnapshotDocument(
        SnapshotPart.UNREADABLE,
        new SnapshotAddress("", "dev", ""),
        Optional.of(origin),
        "not valid JSON",
        new byte[length]);
  }
}
