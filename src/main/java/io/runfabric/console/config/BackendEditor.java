package io.runfabric.console.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Edits the `backend:` block (or `state:`) of a runfabric.yml in place: comments, order,
/// indentation, line ends and quotes stay, and everything outside the block stays byte for byte.
///
/// Keys that the new kind has get their value where they stand, or follow `kind`. Keys of the old
/// kind are commented out, not deleted, so that going back is a matter of taking the `#` away; keys
/// the console does not know stay. A file without the block gets one right after `service:`.
///
/// The result is read again and compared: unless the block says exactly what was asked for and all
/// else says what it said before, nothing is returned. Anchors, aliases, merges and braces in or
/// around the block are refused.
public final class BackendEditor {

  private final String text;
  private final TextEdits edits;
  private final BackendChange change;

  private BackendEditor(String text, BackendChange change) {
    this.text = text;
    this.edits = new TextEdits(text);
    this.change = change;
  }

  /// The text with the block changed.
  ///
  /// @param text of the file, without a byte order mark
  /// @throws UneditableException when it cannot be done safely
  public static String edited(String text, BackendChange change) throws UneditableException {
    MappingNode before = EditableYaml.root(text);
    BackendEditor editor = new BackendEditor(text, change);
    editor.edit(before);
    String after = editor.edits.applied();
    editor.verify(before, EditableYaml.root(after));
    return after;
  }

  /// Whether a stage has a `backend:` block of its own.
  ///
  /// @throws UneditableException when the text is no configuration
  public static boolean overridden(String text, String stage) throws UneditableException {
    return EditableYaml.parent(EditableYaml.root(text), Optional.of(stage))
        .flatMap(parent -> EditableYaml.pair(parent, "backend"))
        .isPresent();
  }

  private void edit(MappingNode root) throws UneditableException {
    MappingNode parent = parent(root);
    EditableYaml.requireLines(parent, "the mapping around " + name());
    Optional<NodeTuple> block = EditableYaml.pair(parent, change.block().key());
    if (block.isEmpty()) {
      create(parent);
      return;
    }
    Node key = block.get().getKeyNode();
    Node value = block.get().getValueNode();
    EditableYaml.requireOwn(key, value);
    if (EditableYaml.isEmpty(value)) {
      int column = EditableYaml.column(key);
      edits.insertAfterLine(
          EditableYaml.offset(text, key.getEndMark()), lines(change.keys(), column + step(root)));
    } else if (value instanceof MappingNode mapping) {
      EditableYaml.requireLines(mapping, "the " + name() + " block");
      change(mapping);
    } else {
      throw EditableYaml.refusal(
          value,
          name() + " is no block of keys",
          "write " + name() + " and its keys on lines below");
    }
  }

  private MappingNode parent(MappingNode root) throws UneditableException {
    return EditableYaml.parent(root, change.stage())
        .orElseThrow(() ->
            new UneditableException(
                "there is no `stages: "
                    + change.stage().orElse("")
                    + ":` with keys below it to put the block in; write it first"));
  }

  // Every line is at the indentation its neighbours have.
  private void create(MappingNode parent) throws UneditableException {
    Node first = parent.getValue().getFirst().getKeyNode();
    int column = EditableYaml.column(first);
    Map<String, String> keys = change.keys();
    String block =
        " ".repeat(column)
            + change.block().key()
            + ":"
            + edits.lineBreak()
            + lines(keys, column + step(parent));
    Optional<NodeTuple> service = EditableYaml.pair(parent, "service");
    if (service.isPresent()) {
      edits.insertAfterLine(EditableYaml.lastOffset(text, service.get()), block);
    } else {
      edits.insert(edits.lineStart(EditableYaml.offset(text, first.getStartMark())), block);
    }
  }

  private void change(MappingNode block) throws UneditableException {
    int column = EditableYaml.column(block.getValue().getFirst().getKeyNode());
    Map<String, String> missing = new LinkedHashMap<>(change.keys());
    Optional<NodeTuple> after = Optional.empty();
    for (NodeTuple pair : block.getValue()) {
      String key = EditableYaml.name(text, pair);
      boolean known = change.block().owned().contains(key);
      String wanted = missing.get(key);
      if (known && (wanted == null || !setInPlace(pair, wanted))) {
        commentOut(pair);
      } else if (known) {
        missing.remove(key);
      }
      if (key.equals(change.block().kindKey())) {
        after = Optional.of(pair);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String lines = lines(missing, column);
    if (after.isPresent()) {
      edits.insertAfterLine(EditableYaml.lastOffset(text, after.get()), lines);
    } else {
      Node first = block.getValue().getFirst().getKeyNode();
      edits.insert(edits.lineStart(EditableYaml.offset(text, first.getStartMark())), lines);
    }
  }

  /// @return false for a value that takes several lines, whose form cannot be kept
  private boolean setInPlace(NodeTuple pair, String wanted) {
    Node value = pair.getValueNode();
    if (!(value instanceof ScalarNode scalar)
        || value.getStartMark().getLine() != value.getEndMark().getLine()) {
      return false;
    }
    if (scalar.getValue().equals(wanted) && !scalar.getTag().equals(Tag.NULL)) {
      return true;
    }
    int from = EditableYaml.offset(text, value.getStartMark());
    int to = EditableYaml.offset(text, value.getEndMark());
    boolean nothing = from == to;
    ScalarStyle style = nothing ? ScalarStyle.PLAIN : scalar.getScalarStyle();
    edits.replace(from, to, (nothing ? " " : "") + YamlScalar.of(wanted, style));
    return true;
  }

  private void commentOut(NodeTuple pair) {
    int at = edits.lineStart(EditableYaml.offset(text, pair.getKeyNode().getStartMark()));
    int last = EditableYaml.lastOffset(text, pair);
    int column = EditableYaml.column(pair.getKeyNode());
    while (at <= last) {
      int next = edits.nextLine(at);
      String line = text.substring(at, next);
      if (!line.isBlank()) {
        int indented = line.length() - line.stripLeading().length();
        edits.insert(at + Math.min(column, indented), "# ");
      }
      if (next == at) {
        return;
      }
      at = next;
    }
  }

  private String lines(Map<String, String> keys, int column) {
    StringBuilder lines = new StringBuilder();
    keys.forEach((key, value) ->
        lines
            .append(" ".repeat(column))
            .append(key)
            .append(": ")
            .append(YamlScalar.of(value, ScalarStyle.PLAIN))
            .append(edits.lineBreak()));
    return lines.toString();
  }

  // As much as the first mapping below is indented; two blanks where there is none.
  private static int step(MappingNode parent) {
    int column = EditableYaml.column(parent.getValue().getFirst().getKeyNode());
    for (NodeTuple pair : parent.getValue()) {
      if (pair.getValueNode() instanceof MappingNode child
          && child.getFlowStyle() == FlowStyle.BLOCK
          && !child.getValue().isEmpty()) {
        int below = EditableYaml.column(child.getValue().getFirst().getKeyNode());
        if (below > column) {
          return below - column;
        }
      }
    }
    return 2;
  }

  private void verify(MappingNode before, MappingNode after) throws UneditableException {
    MappingNode parent = parent(after);
    NodeTuple block = EditableYaml.pair(parent, change.block().key()).orElseThrow(this::unsafe);
    if (!(block.getValueNode() instanceof MappingNode mapping)) {
      throw unsafe();
    }
    Optional<NodeTuple> old = EditableYaml.pair(parent(before), change.block().key());
    String rest =
        old.isPresent() ? YamlShape.without(before, old.get().getKeyNode()) : YamlShape.of(before);
    Map<String, String> keys = new HashMap<>();
    List<String> others = new ArrayList<>();
    collect(mapping, keys, others);
    List<String> othersBefore = new ArrayList<>();
    if (old.isPresent() && old.get().getValueNode() instanceof MappingNode oldMapping) {
      collect(oldMapping, new HashMap<>(), othersBefore);
    }
    if (!keys.equals(change.keys())
        || !others.equals(othersBefore)
        || !YamlShape.without(after, block.getKeyNode()).equals(rest)) {
      throw unsafe();
    }
  }

  private void collect(MappingNode block, Map<String, String> keys, List<String> others) {
    for (NodeTuple pair : block.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key
          && change.block().owned().contains(key.getValue())) {
        keys.put(
            key.getValue(),
            pair.getValueNode() instanceof ScalarNode value ? value.getValue() : "\0");
      } else {
        others.add(YamlShape.of(pair.getKeyNode()) + "=" + YamlShape.of(pair.getValueNode()));
      }
    }
  }

  private String name() {
    return "`" + change.block().key() + ":`";
  }

  private UneditableException unsafe() {
    return new UneditableException(
        "the "
            + name()
            + " block cannot be changed without changing something else in the file; change it by"
            + " hand");
  }
}
