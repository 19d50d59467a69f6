package io.runfabric.console.backend.azblob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountLoginTest {

  private static final String KEY = "Z2VoZWlt";

  @Test
  void aConnectionStringComesBeforeAnAccount() throws Exception {
    assertThat(
            container(
                    Map.of(
                        "AZURE_STORAGE_CONNECTION_STRING",
                        "DefaultEndpointsProtocol=https;AccountName=first;AccountKey="
                            + KEY
                            + ";EndpointSuffix=core.chinacloudapi.cn",
                        "AZURE_STORAGE_ACCOUNT",
                        "second"))
                .place())
        .isEqualTo("https://first.blob.core.chinacloudapi.cn");
  }

  @Test
  void theEmulatorHasANameOfItsOwn() throws Exception {
    AzblobContainer container =
        container(Map.of("AZURE_STORAGE_CONNECTION_STRING", " UseDevelopmentStorage=true "));

    assertThat(container.place()).isEqualTo("http://127.0.0.1:10000");
    assertThat(container.url("a")).isEqualTo("azblob://devstoreaccount1/container/a");
  }

  @Test
  void anAccountIsReachedAtAzureByKeyOrByIdentity() throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("AZURE_STORAGE_ACCOUNT", " acc "));
    for (int i = 0; i < 2; i++) {
      AzblobContainer container = container(environment);
      assertThat(container.place()).isEqualTo("https://acc.blob.core.windows.net");
      assertThat(container.url("a")).isEqualTo("azblob://acc/container/a");
      environment.put("AZURE_STORAGE_KEY", KEY);
    }
  }

  @Test
  void noAccountAtAllIsDeniedAndSaysWhatToSet() {
    for (Map<String, String> environment :
        List.of(
            Map.<String, String>of(),
            Map.of("AZURE_STORAGE_KEY", KEY),
            Map.of("AZURE_STORAGE_CONNECTION_STRING", " "))) {
      assertThatThrownBy(() -> container(environment))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.DENIED);
                assertThat(e.remedy())
                    .contains(
                        "AZURE_STORAGE_CONNECTION_STRING",
                        "AZURE_STORAGE_ACCOUNT",
                        "AZURE_STORAGE_KEY");
              });
    }
  }

  @Test
  void aConnectionStringThatIsNoneNamesItsVariableAndNotItsValue() {
    for (String value :
        List.of(
            "geheim",
            "AccountName=geheim",
            "AccountName=acc;AccountKey=geheim!;EndpointSuffix=core.windows.net",
            "accountname=acc;accountkey=geheim!;BlobEndpoint=https://acc.example.com",
            "BlobEndpoint=geheim;AccountName=acc;AccountKey=" + KEY,
            "DefaultEndpointsProtocol=https;geheim;AccountName=acc;AccountKey=" + KEY)) {
      assertInvalid(
          Map.of("AZURE_STORAGE_CONNECTION_STRING", value), "AZURE_STORAGE_CONNECTION_STRING");
    }
  }

  @Test
  void aKeyThatIsNoBase64NamesItsVariableAndNotItsValue() {
    assertInvalid(
        Map.of("AZURE_STORAGE_ACCOUNT", "acc", "AZURE_STORAGE_KEY", "geheim!"),
        "AZURE_STORAGE_KEY");
  }

  @Test
  void anAccountThatIsNoNameIsRefused() {
    for (String value :
        List.of("https://geheim.blob.core.windows.net", "geheim/x", "GEHEIM", "a")) {
      assertInvalid(Map.of("AZURE_STORAGE_ACCOUNT", value), "AZURE_STORAGE_ACCOUNT");
    }
  }

  @Test
  void whatIsShownOfTheAccessHoldsNoValue() {
    Map<String, String> environment = Map.of("AZURE_STORAGE_KEY", "geheim");

    assertThat(new AzblobAccess(environment) + " " + new Variables(environment))
        .doesNotContain("geheim");
  }

  private static void assertInvalid(Map<String, String> environment, String variable) {
    assertThatThrownBy(() -> container(environment))
        .as(environment.toString())
        .isInstanceOfSatisfying(
            BackendException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.INVALID);
              assertThat(e.remedy()).doesNotContain("geheim");
            })
        .hasMessageContaining("the variable " + variable)
        .hasMessageNotContaining("geheim")
        .hasNoCause();
  }

  private static AzblobContainer container(Map<String, String> environment)
      throws BackendException {
    return new AzblobAccess(environment).container("container");
  }
}
