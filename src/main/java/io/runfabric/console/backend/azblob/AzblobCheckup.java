package io.runfabric.console.backend.azblob;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.Response;
import com.azure.storage.blob.models.BlobContainerProperties;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.ConditionTrial;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.HttpDate;
import io.runfabric.console.backend.checkup.Permissions;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.backend.checkup.Transit;
import io.runfabric.console.config.Project;
import java.net.URI;
import java.util.Optional;

/// Looks at a container.
///
/// @param root empty, or the prefix with `/` at its end
public record AzblobCheckup(Project project, String container, String root, String what)
    implements Checkup {

  private static final Permissions PERMISSIONS =
      Permissions.of("list blobs", "read blobs", "write blobs", "delete blobs");

  @Override
  public String place() {
    return what + " in azblob container " + container + "/" + root;
  }

  @Override
  public void run(Sitting sitting) {
    Variables variables = new Variables(project.environment());
    try (AzblobDocumentStore store =
        AzblobDocumentStore.open(new AzblobAccess(project.environment()), container, root)) {
      credentials(variables, sitting);
      Transit.tell(
          URI.create(store.container().place()),
          "use DefaultEndpointsProtocol=https, or an https BlobEndpoint, in the connection string",
          sitting);
      StoreTrial trial =
          new StoreTrial(
              store, new Range(root, false), root + ConditionTrial.freshName(), PERMISSIONS);
      if (trial.run(sitting)) {
        properties(store.container(), sitting);
      }
    } catch (BackendException e) {
      Area area = e.code() == BackendException.Code.DENIED ? Area.CREDENTIALS : StoreTrial.area(e);
      sitting.tell(Finding.failed(area, place(), "credentials", e));
      StoreTrial.notReached(PERMISSIONS, sitting);
    }
  }

  private void credentials(Variables variables, Sitting sitting) {
    if (variables.filled(Variables.CONNECTION_STRING).isPresent()) {
      found(Variables.CONNECTION_STRING, sitting);
    } else if (variables.filled(Variables.KEY).isPresent()) {
      found(Variables.KEY, sitting);
    } else if (variables.filled(Variables.TENANT).isPresent()
        && variables.filled(Variables.CLIENT).isPresent()) {
      found(Variables.CLIENT, sitting);
    } else {
      sitting.info(
          Area.CREDENTIALS,
          "credentials",
          "no variable names any; the Azure CLI and this machine's managed identity are asked",
          "");
    }
  }

  private void found(String variable, Sitting sitting) {
    sitting.ok(
        Area.CREDENTIALS,
        "credentials",
        "found: " + variable + " of " + project.variableOrigin(variable));
  }

  private void properties(AzblobContainer at, Sitting sitting) {
    try {
      Optional<Response<BlobContainerProperties>> answer =
          at.answer(
              at.attempt("look at", "", Need.READ),
              sitting.cancellation(),
              () -> at.client().getPropertiesWithResponse(null));
      answer.ifPresent(told -> {
        HttpDate.tell(
            Optional.ofNullable(told.getHeaders().getValue(HttpHeaderName.DATE)), sitting);
        encryption(told.getValue(), sitting);
      });
    } catch (BackendException e) {
      sitting.notChecked(Area.CLOCK, "clock", e.sentence(), e.remedy());
      sitting.notChecked(Area.AT_REST, "encryption", e.sentence(), e.remedy());
    }
  }

  private static void encryption(BlobContainerProperties properties, Sitting sitting) {
    String scope = Optional.ofNullable(properties.getDefaultEncryptionScope()).orElse("");
    if (scope.isEmpty()) {
      sitting.notChecked(
          Area.AT_REST, "encryption scope", "the service does not tell", "look at the account");
    } else {
      sitting.ok(
          Area.AT_REST,
          "encryption scope",
          scope.equals("$account-encryption-key") ? "the account's key" : scope);
    }
  }
}
