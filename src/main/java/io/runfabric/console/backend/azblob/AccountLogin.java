package io.runfabric.console.backend.azblob;

import com.azure.core.http.HttpClient;
import com.azure.storage.blob.BlobContainerAsyncClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Patience;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The three ways into a storage account, the first that the environment has: a connection string,
/// an account with its key, an account with an identity of Entra ID.
record AccountLogin(Variables variables, HttpClient http, Patience patience) {

  private static final Pattern ACCOUNT_NAME = Pattern.compile("[a-z0-9]{3,24}");
  private static final Pattern KEY_SETTING = Pattern.compile("(?i)AccountKey=(.*)");

  BlobContainerAsyncClient signIn(BlobContainerClientBuilder builder, String container)
      throws BackendException {
    builder.containerName(container);
    Optional<String> connection = variables.filled(Variables.CONNECTION_STRING);
    return connection.isPresent()
        ? byConnectionString(builder, connection.get())
        : byAccount(builder, account());
  }

  private static BlobContainerAsyncClient byConnectionString(
      BlobContainerClientBuilder builder, String text) throws BackendException {
    try {
      // The SDK takes any key, and fails on a damaged one with the first request.
      Arrays.stream(text.split(";"))
          .map(setting -> KEY_SETTING.matcher(setting.strip()))
          .filter(matcher -> matcher.matches())
          .forEach(matcher -> Base64.getDecoder().decode(matcher.group(1)));
      BlobContainerAsyncClient client = builder.connectionString(text).buildAsyncClient();
      URI uri = URI.create(client.getBlobContainerUrl());
      if (uri.getHost() != null && uri.getRawUserInfo() == null) {
        return client;
      }
    } catch (RuntimeException _) {
      // Told below; the exception quotes the text, which holds the key.
    }
    throw Variables.invalid(
        Variables.CONNECTION_STRING,
        "holds no connection string of a storage account",
        "copy it anew: az storage account show-connection-string --name ACCOUNT");
  }

  private BlobContainerAsyncClient byAccount(BlobContainerClientBuilder builder, String account)
      throws BackendException {
    builder.endpoint("https://" + account + ".blob.core.windows.net");
    Optional<String> key = variables.filled(Variables.KEY);
    if (key.isEmpty()) {
      return builder
          .credential(new TokenChain(TokenSources.of(variables, http, patience), patience))
          .buildAsyncClient();
    }
    try {
      Base64.getDecoder().decode(key.get());
    } catch (IllegalArgumentException _) {
      throw Variables.invalid(
          Variables.KEY,
          "holds no account key: it is no Base64",
          "copy it anew: az storage account keys list --account-name " + account);
    }
    return builder
        .credential(new StorageSharedKeyCredential(account, key.get()))
        .buildAsyncClient();
  }

  private String account() throws BackendException {
    Optional<String> account = variables.filled(Variables.ACCOUNT);
    if (account.isEmpty()) {
      throw new BackendException(
          Code.DENIED,
          "no storage account is named for the azblob backend",
          "set AZURE_STORAGE_CONNECTION_STRING, or AZURE_STORAGE_ACCOUNT with AZURE_STORAGE_KEY or"
              + " with an identity that may use it");
    }
    if (!ACCOUNT_NAME.matcher(account.get()).matches()) {
      throw Variables.invalid(
          Variables.ACCOUNT,
          "holds no name of a storage account",
          "a name has 3 to 24 lower-case letters and digits; no URL");
    }
    return account.get();
  }
}
