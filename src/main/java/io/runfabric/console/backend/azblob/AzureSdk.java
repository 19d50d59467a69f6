package io.runfabric.console.backend.azblob;

import com.azure.core.util.Configuration;

/// How the Azure SDK is set up, whatever it is used for.
final class AzureSdk {

  private AzureSdk() {}

  /// To be called before any class of the SDK is used. Without another logger it prints to standard
  /// output what AZURE_LOG_LEVEL asks for, and does not start on a level it does not know. 5 is its
  /// word for silence. Signing in, it looks nowhere else whether to tell what system and Java this
  /// is.
  static void quiet() {
    System.setProperty(Configuration.PROPERTY_AZURE_LOG_LEVEL, "5");
    System.setProperty(Configuration.PROPERTY_AZURE_TELEMETRY_DISABLED, "true");
  }
}
