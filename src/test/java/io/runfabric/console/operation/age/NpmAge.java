package io.runfabric.console.operation.age;

import io.runfabric.console.Npm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Another implementation of the age format, by the format's author, for Node. npm installs it into
/// `target` once.
final class NpmAge {

  private static final String PACKAGE = "age-encryption@0.3.1";
  private static final Path INSTALLED = Path.of("target", "age").toAbsolutePath();
  private static final String SCRIPT =
      """
      import * as age from "age-encryption";
      import { readFileSync, writeFileSync } from "node:fs";
      const [how, kind, key, from, to] = process.argv.slice(2);
      const input = readFileSync(from);
      if (how === "keys") {
        const identity = await age.generateIdentity();
        writeFileSync(to, identity + "\\n" + (await age.identityToRecipient(identity)));
      } else if (how === "encrypt") {
        const encrypter = new age.Encrypter();
        if (kind === "passphrase") encrypter.setPassphrase(key); else encrypter.addRecipient(key);
        writeFileSync(to, await encrypter.encrypt(input));
      } else {
        const decrypter = new age.Decrypter();
        if (kind === "passphrase") decrypter.addPassphrase(key); else decrypter.addIdentity(key);
        writeFileSync(to, await decrypter.decrypt(input));
      }
      """;

  private final Path node;

  private NpmAge(Npm npm) throws IOException, InterruptedException {
    node = npm.node();
    npm.install(PACKAGE, INSTALLED, INSTALLED.resolve("node_modules/age-encryption/package.json"));
    Files.writeString(INSTALLED.resolve("age.mjs"), SCRIPT);
  }

  /// Where there is no npm the test that asks is skipped, on a build server it fails.
  static NpmAge installed() throws IOException, InterruptedException {
    return new NpmAge(Npm.required("there is no other age to test with"));
  }

  /// @param how `encrypt`, `decrypt` or `keys`
  /// @param kind `passphrase`, or `key` for a recipient or an identity
  void run(String how, String kind, String key, Path from, Path to)
      throws IOException, InterruptedException {
    run(node.toString(), "age.mjs", how, kind, key, from.toString(), to.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command[1] + " failed: " + said);
    }
  }
}
