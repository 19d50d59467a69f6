package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomelyTest {

  private final Path home = Path.of(System.getProperty("user.home"));

  @Test
  void theHomeFolderIsATilde() {
    assertThat(Homely.path(home)).isEqualTo("~");
    assertThat(Homely.path(home.resolve("work").resolve("shop")))
        .isEqualTo(Path.of("~", "work", "shop").toString());
  }

  @Test
  void otherFoldersStayAsTheyAre() {
    Path beside = home.resolveSibling(home.getFileName() + "-old").resolve("shop");

    assertThat(Homely.path(beside)).isEqualTo(beside.toString());
    assertThat(Homely.path(home.getRoot())).isEqualTo(home.getRoot().toString());
  }

  @Test
  void aRecentProjectNamesItsFolderTheSameWay() {
    assertThat(new Recent(home.resolve("shop").resolve("runfabric.yml"), "shop").folder())
        .isEqualTo(Path.of("~", "shop").toString());
  }
}
