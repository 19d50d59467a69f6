package io.runfabric.console.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Text to a tree of nodes. No objects are constructed from it, whatever its tags say, and nesting
/// and aliases are bounded.
final class YamlDocument {

  private static final int DEEPEST_NESTING = 64;
  private static final int MOST_ALIASES = 500;

  private YamlDocument() {}

  /// The top level of the only document; empty after an error that leaves nothing to look at.
  static Optional<YamlMapping> read(String text, Problems problems) {
    return nodes(text, problems).map(root -> YamlMapping.of(root, new HashMap<>()));
  }

  /// As [#read], with the places of everything.
  static Optional<MappingNode> nodes(String text, Problems problems) {
    Node root;
    try {
      root = compose(text);
    } catch (MarkedYAMLException e) {
      YamlComplaint.of(e).addTo(problems);
      return Optional.empty();
    } catch (ReaderException e) {
      int offset = text.offsetByCodePoints(0, Math.min(e.getPosition(), codePoints(text)));
      problems.error(
          Place.of(text, offset),
          "",
          "",
          "a control character, which YAML does not allow",
          "delete it, or write it as an escape in double quotes");
      return Optional.empty();
    } catch (RuntimeException e) {
      YamlComplaint.ofLimit(e).addTo(problems);
      return Optional.empty();
    }
    if (root instanceof MappingNode mapping) {
      YamlStructure.check(mapping, problems);
      return Optional.of(mapping);
    }
    String what = root == null ? "nothing" : new YamlNode(root, Map.of()).description();
    problems.error(
        root == null ? Place.FILE : Place.of(root.getStartMark()),
        "",
        "",
        what.equals("nothing")
            ? "the file is empty"
            : "the file holds " + what + ", not keys and values",
        "write at least `service: <name>`");
    return Optional.empty();
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  @SuppressWarnings("NullAway") // getSingleNode gives null for an empty stream
  private static Node compose(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(DEEPEST_NESTING);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    // Nothing is constructed here, so no tag can do harm; the structure check tells of them all.
    limits.setTagInspector(_ -> true);
    limits.setCodePointLimit(TextFile.LARGEST + 1);
    ParserImpl parser = new ParserImpl(new StreamReader(text), limits);
    return new Composer(parser, new Resolver(), limits).getSingleNode();
  }
}
