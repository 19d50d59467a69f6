package io.runfabric.console.backend.azblob;

import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.util.Map;
import java.util.Optional;

/// The variables of a project's environment.
record Variables(Map<String, String> environment) {

  static final String CONNECTION_STRING = "AZURE_STORAGE_CONNECTION_STRING";
  static final String ACCOUNT = "AZURE_STORAGE_ACCOUNT";
  static final String KEY = "AZURE_STORAGE_KEY";
  static final String TENANT = "AZURE_TENANT_ID";
  static final String CLIENT = "AZURE_CLIENT_ID";
  static final String SECRET = "AZURE_CLIENT_SECRET";
  static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
  static final String CERTIFICATE_PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
  static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";

  /// The value of a variable without the blanks around it, if there is one.
  Optional<String> filled(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /// What the SDK reads instead of the process's own variables. It does not tell the service which
  /// system and Java this is.
  Configuration configuration() {
    return new ConfigurationBuilder(_ -> Map.of(), _ -> Map.of(), _ -> environment)
        .putProperty(Configuration.PROPERTY_AZURE_TELEMETRY_DISABLED, "true")
        .build();
  }

  /// The error for a variable that holds what it cannot.
  static BackendException invalid(String variable, String what, String remedy) {
    return new BackendException(Code.INVALID, "the variable " + variable + " " + what, remedy);
  }

  /// Shown without the values, which may be secret.
  @Override
  public String toString() {
    return "Variables" + environment.keySet();
  }
}
