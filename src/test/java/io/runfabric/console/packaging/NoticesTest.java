package io.runfabric.console.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.packaging.Notices.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

  private static final List<String> ALLOWED = List.of("MIT", "Apache-2.0");

  @TempDir private Path folder;

  @Test
  void aLicenceThatIsNotOnTheListIsRefused() throws IOException {
    List<Part> parts =
        parts(
            """
            {"group": "a", "name": "good", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
            {"group": "a", "name": "bad", "version": "2", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
            {"group": "a", "name": "odd", "version": "3", "licenses": [{"license": {"name": "Ask me"}}]},
            {"group": "a", "name": "both", "version": "4", "licenses": [{"expression": "MIT AND SSPL-1.0"}]}
            """);

    assertThat(Notices.refused(parts, ALLOWED))
        .containsExactly("a:bad:2: AGPL-3.0-only", "a:odd:3: Ask me", "a:both:4: MIT AND SSPL-1.0");
  }

  @Test
  void everyLicenceOfAPartHasToBeAllowed() {
    Part part = new Part("a", "two", "1", List.of("MIT", "GPL-3.0-only"));

    assertThat(Notices.refused(List.of(part), ALLOWED))
        .containsExactly("a:two:1: MIT, GPL-3.0-only");
  }

  @Test
  void aPartWithoutALicenceIsRefused() throws IOException {
    List<Part> parts = parts("{\"group\": \"a\", \"name\": \"none\", \"version\": \"1\"}");

    assertThat(Notices.refused(parts, ALLOWED)).containsExactly("a:none:1: no licence");
  }

  @Test
  void whatAJarAsksToPassOnIsPassedOnOnce() throws IOException {
    Path one = jar("one-1.jar", "META-INF/NOTICE.txt", "Made by Ann");
    Path two = jar("two-2.jar", "LICENSE", "Made by Ann");
    Path other = jar("other-1.jar", "META-INF/NOTICE", "Made by Bob");

    String text =
        Notices.text(
            List.of(
                new Part("a", "one", "1", List.of("MIT")),
                new Part("a", "two", "2", List.of("MIT"))),
            List.of(one, two, other));

    assertThat(text).contains("a:one:1  MIT\na:two:2  MIT\n", "a:one:1\na:two:2\n\nMade by Ann");
    assertThat(text).containsOnlyOnce("Made by Ann").doesNotContain("Bob");
  }

  @Test
  void everyAllowedLicenceHasAReason() throws IOException {
    assertThat(Notices.allowed(Path.of("packaging/licences.txt")))
        .isNotEmpty()
        .allSatisfy((licence, reason) -> assertThat(reason).as(licence).isNotBlank());
  }

  private List<Part> parts(String components) throws IOException {
    Path list = folder.resolve("sbom.json");
    Files.writeString(list, "{\"components\": [" + components + "]}");
    return Notices.parts(list);
  }

  private Path jar(String name, String entry, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(entry));
      out.write(content.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return jar;
  }
}
