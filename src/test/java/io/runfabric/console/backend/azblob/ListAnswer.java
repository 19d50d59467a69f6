package io.runfabric.console.backend.azblob;

import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import java.util.List;
import java.util.stream.Collectors;

/// Azure's answers to a listing, for a server that is told what to say.
final class ListAnswer {

  private ListAnswer() {}

  /// The only page, with blobs of these names.
  static Answer page(List<String> names) {
    return of(
        names.stream()
            .map(name -> "<Blob><Name>" + name + "</Name><Properties/></Blob>")
            .collect(Collectors.joining()),
        "");
  }

  /// A page, and where the next one begins.
  static Answer of(String blobs, String nextMarker) {
    return Answer.xml(
        200,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults"
            + " ServiceEndpoint=\"https://acc.blob.core.windows.net/\" ContainerName=\"container\">"
            + "<Blobs>"
            + blobs
            + "</Blobs><NextMarker>"
            + nextMarker
            + "</NextMarker></EnumerationResults>");
  }
}
