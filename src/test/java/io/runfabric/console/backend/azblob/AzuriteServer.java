package io.runfabric.console.backend.azblob;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import io.runfabric.console.Npm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Microsoft's own emulator of Azure Blob Storage, as a process that keeps its blobs in memory; one
/// for all tests of this JVM. npm installs it into `target` once.
public final class AzuriteServer {

  public static final String ACCOUNT = "devstoreaccount1";

  /// The emulator's key; it is public and the same everywhere.
  public static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private static final String PACKAGE = "azurite@3.35.0";
  private static final Path INSTALLED = Path.of("target", "azurite").toAbsolutePath();
  private static final Pattern LISTENING =
      Pattern.compile("successfully listens on http://127\\.0\\.0\\.1:(\\d+)");
  private static final AtomicInteger CONTAINERS = new AtomicInteger();

  private final int port;

  private AzuriteServer(Npm npm) {
    try {
      npm.install(PACKAGE, INSTALLED, main());
      port = start(npm.node());
    } catch (IOException e) {
      throw new IllegalStateException("Azurite does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Azurite starts", e);
    }
  }

  private static final class Holder {
    static final AzuriteServer RUNNING = new AzuriteServer(npm());
  }

  private static Npm npm() {
    return Npm.required("there is no Azurite to test azblob with");
  }

  /// The server. Where there is no npm the test that asks is skipped, on a build server it fails.
  public static AzuriteServer running() {
    // Asked before the class is loaded: what a class throws while it is loaded skips no test.
    var _ = npm();
    return Holder.RUNNING;
  }

  /// Creates an empty container.
  public BlobContainerClient newContainer() {
    BlobContainerClient container = container("container-" + CONTAINERS.incrementAndGet());
    container.create();
    return container;
  }

  public BlobContainerClient container(String name) {
    return new BlobContainerClientBuilder()
        .connectionString(connectionString("http://127.0.0.1:" + port))
        .containerName(name)
        .buildClient();
  }

  public int port() {
    return port;
  }

  /// The environment of somebody who may do everything here.
  public Map<String, String> environment() {
    return environment("http://127.0.0.1:" + port);
  }

  /// As [#environment()], reached over another endpoint.
  public static Map<String, String> environment(String endpoint) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AZURE_STORAGE_CONNECTION_STRING", connectionString(endpoint));
    return environment;
  }

  private static String connectionString(String endpoint) {
    return "AccountName=%1$s;AccountKey=%2$s;BlobEndpoint=%3$s/%1$s"
        .formatted(ACCOUNT, KEY, endpoint);
  }

  private static Path main() {
    return INSTALLED.resolve("node_modules/azurite/dist/src/blob/main.js");
  }

  private static int start(Path node) throws IOException {
    List<String> command = new ArrayList<>(List.of(node.toString(), main().toString()));
    command.addAll(List.of("--blobHost", "127.0.0.1", "--blobPort", "0"));
    command.addAll(List.of("--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck"));
    Process process =
        new ProcessBuilder(command).directory(INSTALLED.toFile()).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        // It stops when nobody takes what it says.
        Thread.startVirtualThread(() -> drain(out));
        return Integer.parseInt(listening.group(1));
      }
      said.append(line).append('\n');
    }
    throw new IOException("Azurite ended: " + said);
  }

  private static void drain(BufferedReader out) {
    try (out) {
      while (out.readLine() != null) {
        // Nobody wants to know.
      }
    } catch (IOException _) {
      // It has ended.
    }
  }
}
