package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.DocumentView;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryPagesTest {

  private static final String RECEIPT =
      """
      {"version": 2, "service": "shop", "stage": "dev", "provider": "aws-lambda",
       "deploymentId": "dep-2026",
       "outputs": {"url": "https://shop.example.com", "region": "eu-west-1", "apiKey": "canary"},
       "artifacts": [{"function": "cart", "runtime": "nodejs22.x", "sourcePath": "src/cart.ts",
         "outputPath": ".runfabric/build/cart.zip", "sha256": "aa11", "sizeBytes": 12400,
         "configSignature": "cc33"}],
       "metadata": {"account_id": "123456789012"},
       "functions": [
         {"function": "cart", "resourceName": "shop-dev-cart", "resourceIdentifier": "arn:cart",
          "artifactSha256": "aa11", "metadata": {"dbPassword": "canary", "memory": "256"}},
         {"function": "pay"}],
       "updatedAt": "2026-03-01T10:00:00Z"}
      """;

  private static final String RECORD =
      """
      {"schemaVersion": 2, "provider": "aws", "service": "shop", "stage": "dev",
       "updatedAt": "2026-03-01T10:00:00.000Z", "lifecycle": "in_progress",
       "endpoint": "https://old.example.com",
       "resourceAddresses": {"function": "aws::shop-dev"},
       "workflowAddresses": {"flow": {"arn": "x"}},
       "secretReferences": {"STRIPE_KEY": "secret://STRIPE_KEY"},
       "details": {"memoryMb": 256, "apiKey": "canary", "tags": ["a", {"b": "c"}], "none": {}}}
      """;

  @TempDir private Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
  }

  @Nested
  class OfAReceipt {

    @BeforeEach
    void write() throws IOException {
      folder.file(".runfabric/dev.json", RECEIPT);
    }

    @Test
    void theSummaryTellsTheDeploymentAndWhereItIsStored() throws Exception {
      Entry entry = folder.entries().getFirst();

      assertThat(Pages.lines(Pages.titled("Summary", pages(Redactor.masking()))))
          .containsExactly(
              "# Deployment",
              "Service = shop (TEXT)",
              "Stage = dev (TEXT)",
              "Provider = aws-lambda (TEXT)",
              "Deployment = dep-2026 (MONO)",
              "Updated = 2026-03-01T10:00:00Z (TIME)",
              "Endpoint = https://shop.example.com (ADDRESS)",
              "Region = eu-west-1 (TEXT)",
              "# Stored",
              "Key = .runfabric/dev.json (MONO)",
              "Store = local (TEXT)",
              "Size = " + ByteSize.words(RECEIPT.length()) + " (TEXT)",
              "Revision = " + entry.revision().value() + " (MONO)");
    }

    @Test
    void thereIsAPageForEachPartThatHoldsSomething() throws Exception {
      assertThat(Pages.titles(pages(Redactor.masking())))
          .containsExactly("Summary", "Outputs", "Functions", "Artifacts", "Metadata");

      folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));

      assertThat(Pages.titles(pages(Redactor.masking()))).containsExactly("Summary", "Outputs");
    }

    @Test
    void secretsAreMasked() throws Exception {
      List<DetailPage> pages = pages(Redactor.masking());

      assertThat(pages.toString()).doesNotContain("canary");
      assertThat(Pages.lines(Pages.titled("Outputs", pages)))
          .containsExactly(
              "url = https://shop.example.com (ADDRESS)",
              "region = eu-west-1 (TEXT)",
              "apiKey = [REDACTED] (TEXT)");
    }

    @Test
    void secretsAreShownOnDemand() throws Exception {
      List<DetailPage> pages = pages(Redactor.revealing());

      assertThat(Pages.lines(Pages.titled("Outputs", pages))).contains("apiKey = canary (TEXT)");
      assertThat(Pages.lines(Pages.titled("Functions", pages)))
          .contains("dbPassword = canary (TEXT)");
    }

    @Test
    void functionsAreListedWithWhatIsKnownOfEach() throws Exception {
      DetailPage functions = Pages.titled("Functions", pages(Redactor.masking()));

      assertThat(functions.items()).isEqualTo(2);
      assertThat(Pages.lines(functions))
          .containsExactly(
              "# cart",
              "Resource = shop-dev-cart (MONO)",
              "Identifier = arn:cart (MONO)",
              "Artifact = aa11 (MONO)",
              "dbPassword = [REDACTED] (TEXT)",
              "memory = 256 (TEXT)",
              "# pay");
    }

    @Test
    void artifactsAreListedWithTheirSizes() throws Exception {
      DetailPage artifacts = Pages.titled("Artifacts", pages(Redactor.masking()));

      assertThat(artifacts.items()).isEqualTo(1);
      assertThat(Pages.lines(artifacts))
          .containsExactly(
              "# cart | 12.4 kB",
              "Runtime = nodejs22.x (TEXT)",
              "Source = src/cart.ts (MONO)",
              "Package = .runfabric/build/cart.zip (MONO)",
              "SHA-256 = aa11 (MONO)",
              "Config signature = cc33 (MONO)");
    }
  }

  @Nested
  class OfARecord {

    @BeforeEach
    void write() throws IOException {
      folder.file(".runfabric/state/shop/dev/aws.state.json", RECORD);
    }

    @Test
    void theSummaryTellsLifecycleAndSchema() throws Exception {
      assertThat(Pages.lines(Pages.titled("Summary", pages(Redactor.masking()))))
          .containsSubsequence(
              "# Deployment",
              "Lifecycle = in progress (TEXT)",
              "Updated = 2026-03-01T10:00:00.000Z (TIME)",
              "Endpoint = https://old.example.com (ADDRESS)",
              "Schema = version 2 (TEXT)",
              "# Stored",
              "Key = .runfabric/state/shop/dev/aws.state.json (MONO)");
    }

    @Test
    void addressesAreCountedTogetherAndShownByKind() throws Exception {
      DetailPage addresses = Pages.titled("Addresses", pages(Redactor.masking()));

      assertThat(addresses.items()).isEqualTo(2);
      assertThat(Pages.lines(addresses))
          .containsExactly(
              "# Resources",
              "function = aws::shop-dev (MONO)",
              "# Workflows",
              "flow = {\"arn\":\"x\"} (TEXT)");
    }

    @Test
    void referencesToSecretsAreNoSecrets() throws Exception {
      assertThat(Pages.lines(Pages.titled("Secret references", pages(Redactor.masking()))))
          .containsExactly("STRIPE_KEY = secret://STRIPE_KEY (MONO)");
    }

    @Test
    void detailsAreNamedByTheirPathsAndMasked() throws Exception {
      assertThat(Pages.lines(Pages.titled("Details", pages(Redactor.masking()))))
          .containsExactly(
              "memoryMb = 256 (TEXT)",
              "apiKey = [REDACTED] (TEXT)",
              "tags[0] = a (TEXT)",
              "tags[1].b = c (TEXT)",
              "none = {} (TEXT)");
      assertThat(Pages.lines(Pages.titled("Details", pages(Redactor.revealing()))))
          .contains("apiKey = canary (TEXT)");
    }
  }

  @Nested
  class OfADocumentInTrouble {

    @Test
    void oneThatDoesNotLoadSaysWhyAndHasNoFurtherPages() throws Exception {
      folder.file(".runfabric/dev.json", "{\"version\": 2, \"outputs\": {\"apiKey\": \"canary");

      List<DetailPage> pages = pages(Redactor.masking());

      assertThat(Pages.titles(pages)).containsExactly("Summary");
      assertThat(Pages.lines(pages.getFirst()).getFirst())
          .startsWith("! DANGER This receipt does not load: not valid JSON: ")
          .endsWith(". The engine skips it.");
      assertThat(pages.toString()).doesNotContain("canary");
    }

    @Test
    void whatAnOperatorShouldKnowIsNotedAsASentence() throws Exception {
      folder.file(".runfabric/dev.json", ProjectFolder.receipt("other"));
      assertThat(Pages.lines(pages(Redactor.masking()).getFirst()))
          .contains("! WARNING The document says stage 'other', its key says otherwise.");

      folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev", "yesterday"));

      assertThat(Pages.lines(pages(Redactor.masking()).getFirst()))
          .as("a field keeps its name")
          .contains("! WARNING updatedAt is no RFC 3339 time.", "Updated = yesterday (TEXT)");
    }
  }

  private List<DetailPage> pages(Redactor redactor) throws Exception {
    Entry entry = folder.entries().getFirst();
    try (ProjectSession session = folder.open()) {
      DocumentView view = DocumentView.entry(session, entry, redactor).orElseThrow();
      return EntryPages.of(entry, view);
    }
  }
}
