package io.runfabric.console.operation.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Health;
import io.runfabric.console.operation.SampleEntries;
import org.junit.jupiter.api.Test;

class EntryCountTest {

  private final EntryCount count = new EntryCount("shop");

  @Test
  void entriesAreCountedAndReceiptsOfOtherServicesNamed() {
    assertThat(count.told()).isEqualTo("0 entries");
    count.accept(SampleEntries.receipt("shop", "dev", new Health.Ok()));
    assertThat(count.told()).isEqualTo("1 entry");
    assertThat(count.otherReceipts()).isEmpty();

    count.accept(SampleEntries.receipt("billing", "dev", new Health.Ok()));
    count.accept(SampleEntries.receipt("", "qa", new Health.Unreadable("not valid JSON")));
    count.accept(SampleEntries.record("mail", "dev", "aws", "mail/dev/aws.state.json"));

    assertThat(count.told()).isEqualTo("4 entries");
    assertThat(count.unreadable()).isEqualTo(1);
    assertThat(count.otherReceipts()).containsExactly("billing");
  }
}
