package io.runfabric.console.operation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Side VERSION = new Side.Version("v1");
  private static final Side BACKUP = new Side.Backup(Path.of("b.json"));

  private static Sighting seen(Side side, int minute, String content) {
    return new Sighting(
        side,
        NOON.plusSeconds(60L * minute),
        Optional.empty(),
        content.length(),
        content.isEmpty() ? Optional.empty() : Optional.of(Revision.ofText(content)),
        side.equals(Side.NOW),
        content.isEmpty(),
        "",
        side.word());
  }

  private static Sighting written(Side side, int minute, String content, int at) {
    return new Sighting(
        side,
        NOON.plusSeconds(60L * minute),
        Optional.of(NOON.plusSeconds(60L * at)),
        content.length(),
        Optional.of(Revision.ofText(content)),
        side.equals(Side.NOW),
        false,
        side.equals(BACKUP) ? "ada" : "",
        side.word());
  }

  @Test
  void theNewestComesFirstAndWhatIsStoredNowBeforeAll() {
    assertThat(
            Sighting.folded(
                List.of(
                    seen(BACKUP, 1, "a"),
                    seen(VERSION, 3, "c"),
                    seen(Side.NOW, 0, "d"),
                    seen(new Side.Version("v2"), 2, "b"))))
        .extracting(KeptVersion::side)
        .containsExactly(Side.NOW, VERSION, new Side.Version("v2"), BACKUP);
  }

  @Test
  void whatWasSeenInARowWithTheSameContentIsOneVersion() {
    List<KeptVersion> versions =
        Sighting.folded(
            List.of(
                written(BACKUP, 5, "a", 2),
                written(VERSION, 4, "a", 3),
                written(new Side.Backup(Path.of("c.json")), 3, "a", 1)));

    assertThat(versions).hasSize(1);
    KeptVersion version = versions.getFirst();
    // The store's own is the one to go back to, and knows best when it was written.
    assertThat(version.side()).isEqualTo(VERSION);
    assertThat(version.at()).contains(NOON.plusSeconds(180));
    assertThat(version.foundIn()).containsExactly("backup:b.json", "version:v1", "backup:c.json");
    assertThat(version.size()).isEqualTo(1);
    assertThat(version.shortDigest()).isEqualTo(Revision.ofText("a").hex().substring(0, 12));
    assertThat(version.earlier()).isTrue();
  }

  @Test
  void theSameContentAgainLaterIsAnotherVersion() {
    assertThat(
            Sighting.folded(
                List.of(seen(BACKUP, 3, "a"), seen(VERSION, 2, "b"), seen(BACKUP, 1, "a"))))
        .hasSize(3);
  }

  @Test
  void deletionsAreNeverOne() {
    List<KeptVersion> versions =
        Sighting.folded(List.of(seen(VERSION, 2, ""), seen(new Side.Version("v0"), 1, "")));

    assertThat(versions).hasSize(2).allMatch(KeptVersion::deletion);
    assertThat(versions).noneMatch(KeptVersion::earlier);
    assertThat(versions.getFirst().shortDigest()).isEmpty();
  }

  @Test
  void inOneSecondTheStoresVersionIsNewerThanTheSafetyCopy() {
    assertThat(Sighting.folded(List.of(seen(BACKUP, 1, "old"), seen(VERSION, 1, "new"))))
        .extracting(KeptVersion::side)
        .containsExactly(VERSION, BACKUP);
  }

  @Test
  void withoutTheStoresWordADocumentsOwnCounts() {
    KeptVersion told = Sighting.folded(List.of(written(BACKUP, 5, "a", 2))).getFirst();
    KeptVersion untold =
        Sighting.folded(List.of(seen(BACKUP, 5, "a"), seen(BACKUP, 4, "a"))).getFirst();

    assertThat(told.at()).contains(NOON.plusSeconds(120));
    assertThat(told.by()).isEqualTo("ada");
    assertThat(untold.at()).contains(NOON.plusSeconds(240));
  }

  @Test
  void aDocumentTellsWhenItWasWritten() {
    assertThat(told("{\"updatedAt\": \"2026-03-01T12:00:00Z\"}")).contains(NOON);
    assertThat(told("{}")).isEmpty();
    assertThat(told("{")).isEmpty();
  }

  private static Optional<Instant> told(String document) {
    return Sighting.told(document.getBytes(StandardCharsets.UTF_8));
  }
}
