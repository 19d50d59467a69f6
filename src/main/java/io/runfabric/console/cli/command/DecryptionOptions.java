package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What an encrypted backup is opened with.
final class DecryptionOptions {

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "A file of age identities to decrypt with; may be given several times.")
  private List<Path> identities = new ArrayList<>();

  @Option(
      names = "--passphrase-env",
      paramLabel = "NAME",
      description = "Decrypt with the passphrase that this variable holds (default: ask).")
  private @Nullable String variable;

  /// Opens a backup and checks all of it.
  Snapshot open(Path file, Terminal terminal, Progress progress) throws Exception {
    return Snapshot.open(
        SnapshotFile.of(terminal.workingDirectory().resolve(file), keys(terminal)),
        progress,
        terminal.cancellation());
  }

  /// What was given to open backups with.
  DecryptionKeys keys(Terminal terminal) throws Exception {
    List<String> words = new ArrayList<>();
    for (Path identity : identities) {
      Path named = terminal.workingDirectory().resolve(identity);
      words.addAll(DecryptionKeys.identities(named));
    }
    return DecryptionKeys.of(words, passphrase(terminal));
  }

  private Supplier<Optional<char[]>> passphrase(Terminal terminal) throws Exception {
    if (variable == null) {
      return () -> terminal.questions().askSecretly("Passphrase: ");
    }
    String held = EncryptionOptions.held(variable, terminal);
    return () -> Optional.of(held.toCharArray());
  }
}
