package io.runfabric.console.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What every kind that keeps state in a bucket must do beside the contract of all kinds: receipts,
/// journals, locks and records lie below one prefix, as the engines put them.
public abstract class BucketContract extends StateBackendContract {

  protected static final String PREFIX = "runfabric/state";

  /// The kind's word, which references and engine 1's locks carry.
  protected abstract String kind();

  /// The bucket's address for people, without the prefix.
  protected abstract String address();

  @Nested
  class InTheBucket {

    @Test
    void everythingLiesWhereTheEnginesPutIt() throws Exception {
      putReceipt("dev", receipt("dev"));

      assertThat(backend.location()).isEqualTo(address() + "/" + PREFIX);
      assertThat(onlyEntry().ref())
          .isEqualTo(new DocumentRef(kind(), PREFIX + "/receipts/dev.receipt.json"));
      assertThat(backend.locate(EntryAddress.record("a", "b", "c")))
          .isEqualTo(new DocumentRef("records", PREFIX + "/a/b/c.state.json"));
    }

    @Test
    void theEarlierEnginesLockNamesTheKind() throws Exception {
      Lease lease =
          backend.lock(
              EntryKind.RECORD,
              new LockRequest("shop", "dev", "aws", "restore", Duration.ofMinutes(1)),
              false);

      DocumentRef lock = new DocumentRef("records", PREFIX + "/shop/dev/aws.state.json.lock");
      assertThat(new String(backend.read(lock).orElseThrow().content(), StandardCharsets.UTF_8))
          .contains("\"backend\" : \"" + kind() + "\"");
      lease.release();
    }

    @Test
    void journalsAndLocksAreReadBesideTheLocalOnes() throws Exception {
      String journal = "{\"service\": \"shop\", \"stage\": \"dev\", \"status\": \"active\"}";
      String lock = "{\"service\": \"shop\", \"stage\": \"dev\", \"expiresAt\": \"soon\"}";
      put(".runfabric/journals/shop-dev.journal.json", journal);
      put(".runfabric/locks/shop-dev.lock.json", lock);
      write(PREFIX + "/journals/shop-dev.journal.json", journal);
      write(PREFIX + "/locks/shop-dev.lock.json", lock);

      assertThat(backend.journals(Cancellation.never()))
          .extracting(Journal::ref)
          .extracting(DocumentRef::source)
          .containsExactly(kind(), "local");
      assertThat(backend.locks(Cancellation.never()))
          .extracting(Lock::ref)
          .extracting(DocumentRef::source)
          .containsExactly(kind(), "local");
    }

    @Test
    void documentsOfOtherNamesAreNoReceipts() throws Exception {
      putReceipt("dev", receipt("dev"));
      write(PREFIX + "/receipts/notes.txt", "hello");
      write(PREFIX + "/receipts/deeper/prod.receipt.json", receipt("prod"));
      write(PREFIX + "/receipts.json", "{}");

      assertThat(entries()).extracting(Entry::stage).containsExactly("dev");
    }

    private void write(String key, String text) throws BackendException {
      backend.write(new DocumentRef(kind(), key), bytes(text), Precondition.ABSENT);
    }
  }
}
