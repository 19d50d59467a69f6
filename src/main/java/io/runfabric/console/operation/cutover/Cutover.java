package io.runfabric.console.operation.cutover;

import com.github.difflib.DiffUtils;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.config.BackendChange;
import io.runfabric.console.config.BackendEditor;
import io.runfabric.console.config.UneditableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A change of a configuration file: planned, to be shown, then written.
///
/// @param file the file itself, behind any link
/// @param before what it holds
/// @param after what it is to hold
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Cutover(Path file, byte[] before, byte[] after) {

  private static final String MARK = "\ufeff";
  private static final int MOST_NAMES_TRIED = 1_000;

  /// Plans the changes, one after the other; nothing is written.
  ///
  /// @throws UneditableException when the file cannot be changed safely
  public static Cutover of(Path configuration, BackendChange... changes)
      throws UneditableException, BackendException {
    try {
      Path file = configuration.toRealPath();
      byte[] before = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(before)).toString();
      boolean marked = text.startsWith(MARK);
      String edited = marked ? text.substring(MARK.length()) : text;
      for (BackendChange change : changes) {
        edited = BackendEditor.edited(edited, change);
      }
      return new Cutover(
          file, before, ((marked ? MARK : "") + edited).getBytes(StandardCharsets.UTF_8));
    } catch (CharacterCodingException _) {
      throw new UneditableException("the file is no UTF-8 text; save it as such");
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot read " + configuration).causedBy(e);
    }
  }

  /// What the file is to hold, without a byte order mark.
  public String text() {
    return unmarked(after);
  }

  /// What the file holds, without a byte order mark.
  public String textBefore() {
    return unmarked(before);
  }

  private static String unmarked(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /// A line of the file that goes, or that comes.
  public sealed interface Line {
    record Removed(String text) implements Line {}

    record Added(String text) implements Line {}
  }

  /// The lines that change, in the order of the file.
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    DiffUtils.diff(textBefore().lines().toList(), text().lines().toList())
        .getDeltas()
        .forEach(delta -> {
          delta.getSource().getLines().forEach(line -> lines.add(new Line.Removed(line)));
          delta.getTarget().getLines().forEach(line -> lines.add(new Line.Added(line)));
        });
    return lines;
  }

  /// Whether the file says already what it is to say.
  public boolean nothingToDo() {
    return Arrays.equals(before, after);
  }

  /// Writes it: first what the file was, beside it as `.bak` and for its owner only; then the file,
  /// with the permissions it had.
  ///
  /// @return the file that holds what it was
  /// @throws BackendException with [Code#CONFLICT] when the file is no longer what was planned for
  public Path apply() throws BackendException {
    try {
      requireUnchanged();
      Path kept = kept();
      requireUnchanged();
      DurableFile.replaceKeepingMode(file, after);
      if (!Arrays.equals(Files.readAllBytes(file), after)) {
        throw new BackendException(
            Code.CONFLICT,
            file + " was changed by somebody else in the same moment; what it was is in " + kept,
            "look at both files");
      }
      return kept;
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot write " + file).causedBy(e);
    }
  }

  private void requireUnchanged() throws IOException, BackendException {
    if (!Arrays.equals(Files.readAllBytes(file), before)) {
      throw new BackendException(
          Code.CONFLICT,
          file + " was changed since the plan was made; nothing was done",
          "run the command again");
    }
  }

  // A `.bak` of something else is somebody's: the next free name is taken.
  private Path kept() throws IOException, BackendException {
    for (int i = 0; i < MOST_NAMES_TRIED; i++) {
      Path kept = file.resolveSibling(file.getFileName() + ".bak" + (i == 0 ? "" : "." + i));
      try {
        DurableFile.create(kept, before);
        return kept;
      } catch (FileAlreadyExistsException _) {
        if (Files.isRegularFile(kept) && Arrays.equals(Files.readAllBytes(kept), before)) {
          return kept;
        }
      }
    }
    throw new BackendException(
        Code.CONFLICT, "too many .bak files beside " + file, "move them away");
  }
}
