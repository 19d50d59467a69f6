package io.runfabric.console.backend.azblob;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Blob versions by the service's own XML: the emulator keeps none.
@Timeout(20)
class AzblobVersionsTest {

  private static final String OLDER = "2026-03-01T10:00:00.1000000Z";
  private static final String NEWER = "2026-03-01T10:00:00.2000000Z";

  @Test
  void areListedNewestFirst() throws Exception {
    List<String> queries = new ArrayList<>();
    Answer answer =
        ListAnswer.of(
            blob("a.json", OLDER, false, 8) + blob("a.json", NEWER, true, 9) + other(), "more");
    try (ScriptedServer server =
            new ScriptedServer((_, request) -> {
              queries.add(request.getRequestURI().getQuery());
              return answer;
            });
        AzblobDocumentStore store = store(server)) {
      assertThat(store.versions("a.json"))
          .extracting(
              DocumentVersion::id,
              DocumentVersion::latest,
              DocumentVersion::size,
              DocumentVersion::deletion)
          .containsExactly(
              Tuple.tuple(NEWER, true, 9L, false), Tuple.tuple(OLDER, false, 8L, false));
      assertThat(store.versions("a.json").getFirst().at()).isEqualTo("2026-03-01T10:00:00Z");
      assertThat(queries)
          .allSatisfy(query -> assertThat(query).contains("include=versions", "prefix=a.json"))
          .hasSize(2);
    }
  }

  @Test
  void areCollectedFromAllPagesThatNameTheBlob() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((nth, _) ->
                nth == 1
                    ? ListAnswer.of(blob("a.json", OLDER, false, 8), "more")
                    : ListAnswer.of(blob("a.json", NEWER, true, 9), ""));
        AzblobDocumentStore store = store(server)) {
      assertThat(store.versions("a.json"))
          .extracting(DocumentVersion::id)
          .containsExactly(NEWER, OLDER);
    }
  }

  @Test
  void ofABlobThatWasRemovedNoneIsTheLatest() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (_, _) -> ListAnswer.of(blob("a.json", OLDER, false, 8) + other(), ""));
        AzblobDocumentStore store = store(server)) {
      assertThat(store.versions("a.json"))
          .singleElement()
          .satisfies(version -> assertThat(version.latest()).isFalse());
    }
  }

  @Test
  void areNoneInAnAccountThatKeepsNone() throws Exception {
    String unversioned = blob("a.json", "", false, 8).replace("<VersionId></VersionId>", "");
    try (ScriptedServer server = new ScriptedServer((_, _) -> ListAnswer.of(unversioned, ""));
        AzblobDocumentStore store = store(server)) {
      assertThat(store.versions("a.json")).isEmpty();
    }
  }

  @Test
  void oneIsReadByItsId() throws Exception {
    List<String> queries = new ArrayList<>();
    try (ScriptedServer server =
            new ScriptedServer((_, request) -> {
              queries.add(String.valueOf(request.getRequestURI().getQuery()));
              return Answer.xml(200, "{\"n\": 1}");
            });
        AzblobDocumentStore store = store(server)) {
      assertThat(store.version("a.json", OLDER).orElseThrow().content())
          .isEqualTo("{\"n\": 1}".getBytes(StandardCharsets.UTF_8));
      assertThat(queries).containsExactly("versionid=" + OLDER);
    }
  }

  @Test
  void oneThatIsNotThereIsEmpty() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((_, request) -> {
              request.getResponseHeaders().set("x-ms-error-code", "BlobNotFound");
              return Answer.xml(404, "");
            });
        AzblobDocumentStore store = store(server)) {
      assertThat(store.version("a.json", OLDER)).isEmpty();
    }
  }

  private static String other() {
    return blob("a.json.lock", OLDER, true, 2);
  }

  private static String blob(String name, String id, boolean current, int size) {
    return "<Blob><Name>"
        + name
        + "</Name><VersionId>"
        + id
        + "</VersionId>"
        + (current ? "<IsCurrentVersion>true</IsCurrentVersion>" : "")
        + "<Properties><Last-Modified>Sun, 01 Mar 2026 10:00:00 GMT</Last-Modified>"
        + "<Etag>0x1</Etag><Content-Length>"
        + size
        + "</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>";
  }

  private static AzblobDocumentStore store(ScriptedServer server) throws Exception {
    return AzblobDocumentStore.open(
        new AzblobAccess(AzuriteServer.environment(server.endpoint())), "container", "");
  }
}
