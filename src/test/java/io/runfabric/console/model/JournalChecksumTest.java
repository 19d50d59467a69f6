package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Journal.ChecksumState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JournalChecksumTest {

  @Test
  void theCanonicalFormIsWhatGoWrites() throws Exception {
    ObjectNode journal =
        journal(
            """
            {"checksum": "x", "unknown": 1, "version": 3, "stage": "dev", "service": "a<b>&c",
             "operation": "deploy", "status": "active", "startedAt": "s", "updatedAt": "u",
             "attemptCount": 1, "lastAttemptAt": "", "checkpoints": [],
             "operations": [{"resource": "r\\u2028\\u00e9\\u0001\\"\\\\", "type": "create_api",
              "metadata": {"z": "1", "a": "2"}}, {"type": "create_role", "resource": "", "metadata": {}}]}
            """);

    assertThat(JournalChecksum.canonical(journal))
        .isEqualTo(
            "{\"service\":\"a\\u003cb\\u003e\\u0026c\",\"stage\":\"dev\",\"operation\":\"deploy\","
                + "\"status\":\"active\",\"startedAt\":\"s\",\"updatedAt\":\"u\",\"version\":3,"
                + "\"attemptCount\":1,\"operations\":[{\"type\":\"create_api\","
                + "\"resource\":\"r\\u2028é\\u0001\\\"\\\\\",\"metadata\":{\"a\":\"2\",\"z\":\"1\"}},"
                + "{\"type\":\"create_role\",\"resource\":\"\"}]}");
  }

  @Test
  void whatIsNotEmptyIsKeptInTheEnginesOrder() throws Exception {
    ObjectNode journal =
        journal(
            "{\"lastAttemptAt\": \"l\", \"checkpoints\": [{\"status\": \"done\", \"name\": \"n\"}],"
                + " \"operations\": null}");

    assertThat(JournalChecksum.canonical(journal))
        .endsWith(
            "\"attemptCount\":0,\"lastAttemptAt\":\"l\","
                + "\"checkpoints\":[{\"name\":\"n\",\"status\":\"done\"}],\"operations\":null}");
  }

  @Test
  void theChecksumIsTheDigestOfThatForm() throws Exception {
    ObjectNode journal = journal("{\"service\": \"shop\", \"stage\": \"dev\"}");

    // printf '%s' '{"service":"shop","stage":"dev","operation":"","status":"","startedAt":"",
    // "updatedAt":"","version":0,"attemptCount":0,"operations":null}' | sha256sum
    assertThat(JournalChecksum.of(journal))
        .isEqualTo("f4e85956ea3dbb5787079cdfe728a91258d08dbb2e55421da505558d222f496b");
  }

  @Test
  void aStoredChecksumIsValidDifferentOrAbsent() throws Exception {
    ObjectNode journal = journal("{\"service\": \"shop\"}");
    assertThat(JournalChecksum.state(journal)).isEqualTo(ChecksumState.ABSENT);

    journal.put("checksum", JournalChecksum.of(journal));
    assertThat(JournalChecksum.state(journal)).isEqualTo(ChecksumState.VALID);

    journal.put("status", "completed");
    assertThat(JournalChecksum.state(journal)).isEqualTo(ChecksumState.DIFFERS);
  }

  private static ObjectNode journal(String json) throws UnreadableDocumentException {
    return Json.object(json.getBytes(StandardCharsets.UTF_8));
  }
}
