package io.runfabric.console.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ProgramProcess;
import io.runfabric.console.sample.SampleProject;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `render`, as a documentation build runs it.
class RenderProcessTest {

  private static final List<String> PAGES =
      List.of(
          "overview",
          "receipts",
          "receipts-detail",
          "locks",
          "locks-detail",
          "journals",
          "journals-detail",
          "drift",
          "backups",
          "backups-empty",
          "activity",
          "health",
          "empty",
          "error",
          "welcome",
          "search-nothing");

  /// The overview, and what lies over any page, is drawn in a small window too.
  private static final List<String> IN_BOTH_SIZES =
      List.of(
          "overview",
          "overview-charts",
          "drift-found",
          "drift-found-detail",
          "read-only",
          "palette",
          "palette-found",
          "notification",
          "tasks",
          "task-failed",
          "history",
          "tree",
          "all-projects",
          "search");

  private static final List<String> DIALOGS_IN_BOTH_SIZES =
      List.of("compare", "compare-text", "restore-version");

  private static final List<String> DIALOGS = List.of("found");

  private static final List<String> WIZARDS =
      List.of(
          "backup-choose",
          "backup-options",
          "backup-plan",
          "backup-confirm",
          "backup-result",
          "restore-choose",
          "restore-options",
          "restore-plan",
          "restore-confirm",
          "restore-result",
          "migrate-choose",
          "migrate-options",
          "migrate-plan");

  @TempDir private Path folder;

  @Test
  void everyPageIsDrawnLightAndDark() throws Exception {
    Path project = SampleProject.write(folder.resolve("shop"), Clock.systemUTC());
    Path pictures = folder.resolve("pictures");

    ProgramProcess run =
        ProgramProcess.run(
            folder, List.of(), List.of("render", pictures.toString(), "-c", project.toString()));

    assertThat(run.exitCode()).as(run.err()).isZero();
    Set<String> names = new HashSet<>(PAGES);
    for (String page : PAGES) {
      BufferedImage light = picture(pictures.resolve(page + "-light.png"), 1_440, 900);
      BufferedImage dark = picture(pictures.resolve(page + "-dark.png"), 1_440, 900);
      assertThat(brightness(light)).as(page).isGreaterThan(200);
      assertThat(brightness(dark)).as(page).isLessThan(60);
    }
    for (String name : IN_BOTH_SIZES) {
      names.addAll(List.of(name, name + "-small"));
      for (String theme : List.of("light", "dark")) {
        picture(pictures.resolve(name + "-" + theme + ".png"), 1_440, 900);
        picture(pictures.resolve(name + "-small-" + theme + ".png"), 1_024, 700);
      }
    }
    for (String name : DIALOGS_IN_BOTH_SIZES) {
      for (String theme : List.of("light", "dark")) {
        drawn(pictures.resolve(name + "-" + theme + ".png"));
        drawn(pictures.resolve(name + "-small-" + theme + ".png"));
      }
    }
    for (String page : WIZARDS) {
      for (String theme : List.of("light", "dark")) {
        drawn(pictures.resolve("wizard-" + page + "-" + theme + ".png"));
      }
    }
    try (var files = Files.list(pictures)) {
      assertThat(files)
          .hasSize(
              2
                  * (names.size()
                      + 2 * DIALOGS_IN_BOTH_SIZES.size()
                      + DIALOGS.size()
                      + WIZARDS.size()));
    }
  }

  private static BufferedImage picture(Path file, int width, int height) throws Exception {
    BufferedImage image = drawn(file);
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    return image;
  }

  private static BufferedImage drawn(Path file) throws Exception {
    BufferedImage image = ImageIO.read(file.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    // Smoothed text alone has dozens of shades; a blank page has one.
    assertThat(colours).as(file.toString()).hasSizeGreaterThan(50);
    return image;
  }

  private static double brightness(BufferedImage image) {
    long sum = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        sum += image.getRGB(x, y) & 0xff;
      }
    }
    return (double) sum / image.getWidth() / image.getHeight();
  }
}
