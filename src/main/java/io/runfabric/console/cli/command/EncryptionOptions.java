package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.age.Encryption;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// For whom a backup is encrypted, if for anybody.
final class EncryptionOptions {

  @Option(
      names = "--encrypt",
      description = "Encrypt with a passphrase, asked for unless --passphrase-env names it.")
  private boolean encrypt;

  @Option(
      names = "--recipient",
      paramLabel = "age1…",
      description = "Encrypt for this public key of the age tool; may be given several times.")
  private List<String> recipients = new ArrayList<>();

  @Option(
      names = "--passphrase-env",
      paramLabel = "NAME",
      description = "Encrypt with the passphrase that this variable holds.")
  private @Nullable String variable;

  Optional<Encryption> encryption(Terminal terminal) throws CommandException, SnapshotException {
    if (!recipients.isEmpty()) {
      if (variable != null || encrypt) {
        throw CommandException.usage(
            "a backup is encrypted for recipients or with a passphrase, not with both",
            "leave out --recipient, or --encrypt and --passphrase-env");
      }
      return Optional.of(Encryption.forRecipients(recipients));
    }
    if (variable != null) {
      return Optional.of(Encryption.withPassphrase(held(variable, terminal).toCharArray()));
    }
    return encrypt ? Optional.of(Encryption.withPassphrase(asked(terminal))) : Optional.empty();
  }

  /// The passphrase a variable holds.
  static String held(String variable, Terminal terminal) throws CommandException {
    String passphrase = terminal.environment().getOrDefault(variable, "");
    if (passphrase.isEmpty()) {
      throw CommandException.usage(
          "the variable " + variable + " holds no passphrase", "set it, or name another");
    }
    return passphrase;
  }

  private static char[] asked(Terminal terminal) throws CommandException {
    char[] passphrase =
        terminal
            .questions()
            .askSecretly("Passphrase: ")
            .orElseThrow(() ->
                CommandException.usage(
                    "there is nobody to ask for the passphrase",
                    "name a variable that holds it with --passphrase-env"));
    if (passphrase.length == 0) {
      throw CommandException.usage("an empty passphrase protects nothing", "choose a longer one");
    }
    char[] again = terminal.questions().askSecretly("The same again: ").orElse(new char[0]);
    boolean same = Arrays.equals(passphrase, again);
    Arrays.fill(again, '\0');
    if (!same) {
      Arrays.fill(passphrase, '\0');
      throw CommandException.usage("the two passphrases differ", "try again");
    }
    return passphrase;
  }
}
