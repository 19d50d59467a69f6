package io.runfabric.console.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The build's own tool for licences: it refuses parts whose licence is not allowed, and writes the
/// list of parts with the notices that they carry.
final class Notices {

  private static final Pattern NOTICE =
      Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

  private static final String HEAD =
      """
      RunFabric Console is made with these parts. Classes that were compiled for Java 5 were given
      stack maps, and native libraries also lie beside their jars; nothing else was changed.

      """;

  /// A part of the program, as the list of parts tells it.
  record Part(String group, String name, String version, List<String> licences) {

    String file() {
      return name + "-" + version + ".jar";
    }

    @Override
    public String toString() {
      return group + ":" + name + ":" + version;
    }
  }

  private Notices() {}

  /// @param args the list of parts (CycloneDX), the allowed licences, and the file to write
  public static void main(String[] args) throws IOException {
    List<Part> parts = parts(Path.of(args[0]));
    List<String> refused = refused(parts, allowed(Path.of(args[1])).keySet().stream().toList());
    if (!refused.isEmpty()) {
      System.err.println("Licences that " + args[1] + " does not allow:");
      refused.forEach(line -> System.err.println("  " + line));
      System.exit(1);
    }
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    Files.writeString(Path.of(args[2]), text(parts, jars));
  }

  static List<Part> parts(Path list) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (JsonNode component : new JsonMapper().readTree(list.toFile()).path("components")) {
      List<String> licences = new ArrayList<>();
      for (JsonNode choice : component.path("licenses")) {
        JsonNode licence = choice.path("license");
        licences.add(
            Stream.of(licence.path("id"), licence.path("name"), choice.path("expression"))
                .map(JsonNode::asText)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("unnamed"));
      }
      parts.add(
          new Part(
              component.path("group").asText(),
              component.path("name").asText(),
              component.path("version").asText(),
              licences));
    }
    return parts;
  }

  /// Each allowed licence with its reason.
  static Map<String, String> allowed(Path file) throws IOException {
    Map<String, String> allowed = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] entry = line.split(": ", 2);
        allowed.put(entry[0], entry.length == 2 ? entry[1] : "");
      }
    }
    return allowed;
  }

  /// What is wrong, one line for each part; every licence a part names has to be allowed.
  static List<String> refused(List<Part> parts, List<String> allowed) {
    return parts.stream()
        .filter(part -> part.licences().isEmpty() || !allowed.containsAll(part.licences()))
        .map(part ->
            part
                + ": "
                + (part.licences().isEmpty() ? "no licence" : String.join(", ", part.licences())))
        .toList();
  }

  /// The parts with their licences, then each notice once, under the names of those that carry it.
  static String text(List<Part> parts, List<Path> jars) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    Map<String, List<String>> carriers = new TreeMap<>();
    List<Part> sorted =
        parts.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    for (Part part : sorted) {
      text.append(part).append("  ").append(String.join(", ", part.licences())).append('\n');
      for (Path jar : jars) {
        if (jar.endsWith(part.file())) {
          for (String notice : notices(jar)) {
            carriers.computeIfAbsent(notice, _ -> new ArrayList<>()).add(part.toString());
          }
        }
      }
    }
    carriers.forEach((notice, names) ->
        text.append("\n----------------------------------------\n")
            .append(names.stream().distinct().collect(Collectors.joining("\n")))
            .append("\n\n")
            .append(notice)
            .append('\n'));
    return text.toString();
  }

  private static List<String> notices(Path jar) throws IOException {
    List<String> notices = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        if (!entry.isDirectory() && NOTICE.matcher(entry.getName()).matches()) {
          try (InputStream in = file.getInputStream(entry)) {
            String notice = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            notices.add(notice.replace("\r\n", "\n").strip());
          }
        }
      }
    }
    return notices;
  }
}
