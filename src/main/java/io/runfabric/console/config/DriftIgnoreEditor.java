package io.runfabric.console.config;

import io.runfabric.console.config.DriftIgnores.Ignored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Edits the list of ignored findings in place: comments, order and indentation stay.
///
/// The result is read again and compared: unless the list says exactly what was asked for and all
/// else says what it said before, nothing is returned.
public final class DriftIgnoreEditor {

  private static final String KEY = "ignore";

  private final Path file;
  private final String text;
  private final TextEdits edits;

  private DriftIgnoreEditor(Path file, String text) {
    this.file = file;
    this.text = text;
    this.edits = new TextEdits(text);
  }

  /// The text with one more ignored finding; one that is listed already gets the reason and the
  /// date.
  ///
  /// @param file that the text is of, for messages
  /// @throws InvalidProjectException when the text is no such list
  /// @throws UneditableException when it cannot be done safely
  public static String with(Path file, String text, Ignored wanted)
      throws InvalidProjectException, UneditableException {
    List<Ignored> list = new ArrayList<>(DriftIgnores.of(file, text));
    list.replaceAll(one -> one.id().equals(wanted.id()) ? wanted : one);
    if (!list.contains(wanted)) {
      list.add(wanted);
    }
    DriftIgnoreEditor editor = new DriftIgnoreEditor(file, text);
    return editor.verified(
        DriftIgnores.holdsNothing(text) ? editor.begun(wanted) : editor.put(wanted), list);
  }

  /// The text without a finding.
  ///
  /// @throws InvalidProjectException when the text is no such list
  /// @throws UneditableException when it cannot be done safely
  public static String without(Path file, String text, String id)
      throws InvalidProjectException, UneditableException {
    List<Ignored> list = new ArrayList<>(DriftIgnores.of(file, text));
    if (!list.removeIf(one -> one.id().equals(id))) {
      return text;
    }
    DriftIgnoreEditor editor = new DriftIgnoreEditor(file, text);
    return editor.verified(editor.remove(id), list);
  }

  private String begun(Ignored wanted) {
    String before = text.isEmpty() || text.endsWith("\n") ? text : text + edits.lineBreak();
    return before + KEY + ":" + edits.lineBreak() + lines(wanted, 2);
  }

  private String put(Ignored wanted) throws UneditableException {
    MappingNode root = root(text);
    Optional<NodeTuple> pair = EditableYaml.pair(root, KEY);
    if (pair.isEmpty()) {
      EditableYaml.requireLines(root, "the file");
      int column = EditableYaml.column(root.getValue().getFirst().getKeyNode());
      edits.insertAfterLine(
          text.length(),
          " ".repeat(column) + KEY + ":" + edits.lineBreak() + lines(wanted, column + 2));
      return edits.applied();
    }
    Node key = pair.get().getKeyNode();
    int below = EditableYaml.column(key) + 2;
    if (!(pair.get().getValueNode() instanceof SequenceNode list)) {
      edits.insertAfterLine(EditableYaml.offset(text, key.getEndMark()), lines(wanted, below));
    } else if (list.getValue().isEmpty()) {
      int colon = text.indexOf(':', EditableYaml.offset(text, key.getEndMark()));
      int end = EditableYaml.offset(text, list.getEndMark());
      edits.replace(colon + 1, end, "");
      edits.insertAfterLine(end, lines(wanted, below));
    } else if (!update(list, wanted)) {
      requireLines(list);
      edits.insertAfterLine(last(list), lines(wanted, EditableYaml.column(list)));
    }
    return edits.applied();
  }

  private boolean update(SequenceNode list, Ignored wanted) {
    List<MappingNode> listed = listed(list, wanted.id());
    for (MappingNode element : listed) {
      EditableYaml.pair(element, "reason")
          .ifPresent(pair -> set(pair.getValueNode(), wanted.reason()));
      EditableYaml.pair(element, "until")
          .ifPresent(pair -> set(pair.getValueNode(), wanted.until().toString()));
    }
    return !listed.isEmpty();
  }

  // A date needs no quotes, though it is no text to every reader.
  private void set(Node value, String wanted) {
    boolean date = value instanceof ScalarNode && DriftIgnores.date(wanted).isPresent();
    ScalarStyle style =
        value instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    edits.replace(
        EditableYaml.offset(text, value.getStartMark()),
        last(value) + 1,
        date && style == ScalarStyle.PLAIN ? wanted : YamlScalar.of(wanted, style));
  }

  private String remove(String id) throws UneditableException {
    NodeTuple pair = EditableYaml.pair(root(text), KEY).orElseThrow(this::unsafe);
    if (!(pair.getValueNode() instanceof SequenceNode list)) {
      throw unsafe();
    }
    requireLines(list);
    List<MappingNode> listed = listed(list, id);
    for (MappingNode element : listed) {
      int start = EditableYaml.offset(text, element.getStartMark());
      int line = edits.lineStart(start);
      if (!text.substring(line, start).isBlank()
          && !text.substring(line, start).strip().equals("-")) {
        throw unsafe();
      }
      edits.replace(line, edits.nextLine(last(element)), "");
    }
    if (listed.size() == list.getValue().size()) {
      int colon = text.indexOf(':', EditableYaml.offset(text, pair.getKeyNode().getEndMark()));
      edits.insert(colon + 1, " []");
    }
    return edits.applied();
  }

  private static List<MappingNode> listed(SequenceNode list, String id) {
    List<MappingNode> listed = new ArrayList<>();
    for (Node element : list.getValue()) {
      if (element instanceof MappingNode mapping
          && EditableYaml.pair(mapping, "id")
              .filter(pair ->
                  pair.getValueNode() instanceof ScalarNode scalar
                      && scalar.getValue().strip().equals(id))
              .isPresent()) {
        listed.add(mapping);
      }
    }
    return listed;
  }

  /// The last character of a node. A block's own end is told only by what comes after it, comments
  /// left out.
  private int last(Node node) {
    return switch (node) {
      case MappingNode mapping
          when mapping.getFlowStyle() == FlowStyle.BLOCK && !mapping.getValue().isEmpty() ->
          Math.max(
              last(mapping.getValue().getLast().getKeyNode()),
              last(mapping.getValue().getLast().getValueNode()));
      case SequenceNode sequence
          when sequence.getFlowStyle() == FlowStyle.BLOCK && !sequence.getValue().isEmpty() ->
          last(sequence.getValue().getLast());
      case Node other -> {
        int start = EditableYaml.offset(text, other.getStartMark());
        int last = EditableYaml.offset(text, other.getEndMark()) - 1;
        while (last > start && Character.isWhitespace(text.charAt(last))) {
          last--;
        }
        yield last;
      }
    };
  }

  private String lines(Ignored wanted, int column) {
    String below = " ".repeat(column + 2);
    return " ".repeat(column)
        + "- id: "
        + YamlScalar.of(wanted.id(), ScalarStyle.PLAIN)
        + edits.lineBreak()
        + below
        + "reason: "
        + YamlScalar.of(wanted.reason(), ScalarStyle.PLAIN)
        + edits.lineBreak()
        + below
        + "until: "
        + wanted.until()
        + edits.lineBreak();
  }

  private static void requireLines(SequenceNode list) throws UneditableException {
    if (list.getFlowStyle() != FlowStyle.BLOCK) {
      throw EditableYaml.refusal(
          list, "the list is written in brackets", "write each of it on lines of its own");
    }
  }

  private MappingNode root(String of) throws UneditableException {
    return YamlDocument.nodes(of, new Problems(file)).orElseThrow(this::unsafe);
  }

  private String verified(String after, List<Ignored> wanted) throws UneditableException {
    try {
      if (!DriftIgnores.of(file, after).equals(wanted) || !rest(after).equals(rest(text))) {
        throw unsafe();
      }
      return after;
    } catch (InvalidProjectException _) {
      throw unsafe();
    }
  }

  private String rest(String of) throws UneditableException {
    if (DriftIgnores.holdsNothing(of)) {
      return YamlShape.of(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK));
    }
    MappingNode root = root(of);
    Optional<NodeTuple> pair = EditableYaml.pair(root, KEY);
    return pair.isPresent() ? YamlShape.without(root, pair.get().getKeyNode()) : YamlShape.of(root);
  }

  private UneditableException unsafe() {
    return new UneditableException(
        "the list cannot be changed without changing something else in it; change it by hand");
  }
}
