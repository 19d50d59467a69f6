package io.runfabric.console.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor masking = Redactor.masking();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clientSecret",
        "API_TOKEN",
        "dbPassword",
        "credentials",
        "privateKey",
        "apiKey",
        "api-key",
        "accessKeyId",
        "access_key",
        "sessionId",
        "ownerToken",
        "lockId",
        "Authorization",
        "AccountKey",
        "connectionString"
      })
  void valuesUnderSensitiveKeysAreMasked(String key) {
    assertThat(masking.value(key, "canary")).isEqualTo(Redactor.MASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"url", "region", "deploymentId", "configSignature", "sha256", "stage", "blockId"})
  void otherValuesStay(String key) {
    assertThat(masking.value(key, "value")).isEqualTo("value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgres://app:canary@db:5432/x?sslmode=require | postgres://app:[REDACTED]@db:5432/x?sslmode=require
          host=db password=canary user=app | host=db password=[REDACTED] user=app
          https://x.blob/y?sv=1&sig=canary&se=2 | https://x.blob/y?sv=1&sig=[REDACTED]&se=2
          AccountName=a;AccountKey=canary==;Suffix=b | AccountName=a;AccountKey=[REDACTED];Suffix=b
          Authorization: Bearer canary.canary | Authorization: Bearer [REDACTED]
          https://user@host/path | https://user@host/path
          https://host:443/ab | https://host:443/ab
          """)
  void credentialsInsideATextAreMaskedWhateverTheKey(String text, String shown) {
    assertThat(masking.value("url", text)).isEqualTo(shown);
    assertThat(masking.text(text)).isEqualTo(shown);
  }

  @Test
  void everythingBelowASensitiveKeyIsMaskedAndTheShapeStays() throws Exception {
    String shown =
        shown(
            "{\"outputs\": {\"dbPassword\": \"canary\"}, \"credentials\": {\"user\": \"canary\","
                + " \"list\": [\"canary\", 17, true, null, \"\"]}, \"plain\": [{\"token\": 5}]}");

    assertThat(shown)
        .isEqualTo(
            "{\"outputs\":{\"dbPassword\":\"[REDACTED]\"},\"credentials\":{\"user\":\"[REDACTED]\","
                + "\"list\":[\"[REDACTED]\",\"[REDACTED]\",\"[REDACTED]\",null,\"\"]},"
                + "\"plain\":[{\"token\":\"[REDACTED]\"}]}");
  }

  /// As the engine keeps lists and maps that its metadata has no place for.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"outputs\": {\"settings\": \"{\\\"a\\\": 1, \\\"secret\\\": \\\"canary\\\"}\"}}",
        "{\"list\": \"[{\\\"name\\\": \\\"n\\\", \\\"apiKey\\\": [\\\"canary\\\"]}]\"}",
        "{\"deep\": \"{\\\"in\\\": {\\\"token\\\": {\\\"x\\\": \\\"canary\\\"}}}\"}"
      })
  void jsonWithinATextHidesItsSecrets(String document) throws Exception {
    var seen = Redactor.masking().document(Json.MAPPER.readTree(document));

    assertThat(seen.toString()).doesNotContain("canary").contains("REDACTED");
    assertThat(Redactor.masking().text(document)).doesNotContain("canary").contains("REDACTED");
    assertThat(Redactor.masking().text(document.substring(0, document.length() - 3)))
        .doesNotContain("canary");
  }

  @Test
  void theAddressOfASecretStays() {
    String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf";

    assertThat(Redactor.masking().value("reference", arn)).isEqualTo(arn);
  }

  @Test
  void referencesToSecretsAreNoSecrets() throws Exception {
    assertThat(shown("{\"secretReferences\": {\"KEY\": \"vault://app/key\"}}"))
        .isEqualTo("{\"secretReferences\":{\"KEY\":\"vault://app/key\"}}");
    assertThat(masking.value("password", "${env:DB_PASSWORD}")).isEqualTo("${env:DB_PASSWORD}");
    assertThat(masking.value("password", "vault://x canary")).isEqualTo(Redactor.MASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1, \"apiKey\": \"canary",
        "{\"apiKey\" :\n \"cana\\\"ry\", \"b\":",
        "{\"token\": [\"canary\", \"canary\"",
        "{\"secret\": {\"a\": \"canary",
        "{\"outputs\": {\"db_password\": \"canary\", \"x\": ",
        "{\"password\": canary"
      })
  void aDocumentThatDoesNotParseHidesItsSecretsToo(String broken) {
    assertThat(masking.text(broken)).doesNotContain("canary").contains(Redactor.MASK);
  }

  @Test
  void aKeyThatBeginsWithinABareValueIsSeen() {
    String shown = Redactor.masking().text("{\"password\": one\"x: a.password\": two\"y: 1}");

    assertThat(shown).doesNotContain("one").doesNotContain("two");
    assertThat(Redactor.masking().text(shown)).isEqualTo(shown);
  }

  @Test
  void aPrivateKeyIsMaskedWhole() {
    String pem = "-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----";
    assertThat(masking.value("note", "before " + pem + " after"))
        .isEqualTo("before [REDACTED] after");
    assertThat(masking.value("note", pem.substring(0, 40))).isEqualTo("[REDACTED]");
  }

  @Test
  void revealingShowsEverything() throws Exception {
    Redactor revealing = Redactor.revealing();
    assertThat(revealing.value("password", "plain")).isEqualTo("plain");
    assertThat(revealing.text("password=plain")).isEqualTo("password=plain");
  }

  private String shown(String json) throws UnreadableDocumentException {
    return masking.document(Json.object(json.getBytes(StandardCharsets.UTF_8))).toString();
  }

  @Test
  void anAddressInAListingHidesItsCredential() throws Exception {
    String receipt =
        """
        {"version": 2, "outputs": {"url": "https://x.example/hook?token=canary&v=1"}}
        """;
    String record =
        """
        {"schemaVersion": 2, "lifecycle": "applied", "endpoint": "https://u:canary@x.example/"}
        """;

    assertThat(ReceiptFormat.facts(ReceiptFormat.read(receipt.getBytes(UTF_8))).endpoint())
        .isEqualTo("https://x.example/hook?token=[REDACTED]&v=1");
    assertThat(RecordFormat.facts(RecordFormat.read(record.getBytes(UTF_8))).endpoint())
        .isEqualTo("https://u:[REDACTED]@x.example/");
  }
}
