package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import java.util.ArrayList;
import java.util.List;

/// Reads receipts. Only what the engine loads is a receipt: `version` 2 and fields of the right
/// types; unknown fields are left alone.
public final class ReceiptFormat {

  /// The only document version the engine loads.
  public static final int VERSION = 2;

  private ReceiptFormat() {}

  /// @throws UnreadableDocumentException with the engine's reason where the engine has one
  public static Receipt read(byte[] content) throws UnreadableDocumentException {
    return read(Json.object(content));
  }

  public static Receipt read(ObjectNode document) throws UnreadableDocumentException {
    Fields fields = Fields.of(document);
    long version = fields.integer("version");
    if (version != VERSION) {
      throw new UnreadableDocumentException("unsupported receipt version " + version);
    }
    return new Receipt(
        fields.text("service"),
        fields.text("stage"),
        fields.text("provider"),
        fields.text("deploymentId"),
        fields.texts("outputs"),
        artifacts(fields),
        fields.texts("metadata"),
        functions(fields),
        fields.text("updatedAt"));
  }

  /// Whether a document has the shape of a receipt, loadable or not: it tells a damaged receipt
  /// from another kind of file.
  public static boolean looksLikeReceipt(JsonNode document) {
    return document.has("version")
        && document.has("stage")
        && (document.has("deploymentId") || document.has("outputs"));
  }

  /// The facts a table shows, with secrets hidden: an address may carry a credential.
  public static EntryFacts facts(Receipt receipt) {
    Redactor redactor = Redactor.masking();
    return new EntryFacts(
        redactor.value("deploymentId", receipt.deploymentId()),
        redactor.value("url", endpoint(receipt)),
        "",
        receipt.functions().size());
  }

  private static String endpoint(Receipt receipt) {
    String url = receipt.outputs().get("url");
    if (url != null) {
      return url;
    }
    return receipt.outputs().entrySet().stream()
        .filter(output -> output.getKey().startsWith("url_") || output.getKey().startsWith("url."))
        .map(java.util.Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static List<Artifact> artifacts(Fields fields) throws UnreadableDocumentException {
    List<Artifact> artifacts = new ArrayList<>();
    for (Fields artifact : fields.objects("artifacts")) {
      artifacts.add(
          new Artifact(
              artifact.text("function"),
              artifact.text("runtime"),
              artifact.text("sourcePath"),
              artifact.text("outputPath"),
              artifact.text("sha256"),
              artifact.integer("sizeBytes"),
              artifact.text("configSignature")));
    }
    return artifacts;
  }

  private static List<DeployedFunction> functions(Fields fields)
      throws UnreadableDocumentException {
    List<DeployedFunction> functions = new ArrayList<>();
    for (Fields function : fields.objects("functions")) {
      functions.add(
          new DeployedFunction(
              function.text("function"),
              function.text("artifactSha256"),
              function.text("configSignature"),
              function.text("resourceName"),
              function.text("resourceIdentifier"),
              function.texts("metadata"),
              function.text("environmentHash"),
              function.text("tagsHash"),
              function.text("layersHash")));
    }
    return functions;
  }
}
