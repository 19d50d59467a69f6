package io.runfabric.console.config;

import io.runfabric.console.config.Interpolated.Gravity;
import java.util.Map;
import java.util.regex.Pattern;

/// Replaces `${stage}`, `${env:NAME}`, `${env:NAME,default}` and `${secret:KEY}`.
///
/// A reference runs to the next `}`; a default is trimmed and taken as it stands, references in it
/// are not followed. A variable that is set but empty wins over the default. What a variable holds
/// is never interpolated again; what `secrets:` holds is.
final class Interpolation {

  static final String FORMS = "write ${env:NAME}, ${env:NAME,default}, ${secret:KEY} or ${stage}";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");

  private final String stage;
  private final Environment environment;
  private final SecretReferences secrets;

  /// @param secrets the `secrets:` block as written
  Interpolation(String stage, Environment environment, Map<String, String> secrets) {
    this.stage = stage;
    this.environment = environment;
    this.secrets = new SecretReferences(secrets, environment);
  }

  /// The same surroundings, seen from another stage.
  Interpolation forStage(String other) {
    return new Interpolation(other, environment, secrets.declared());
  }

  String stage() {
    return stage;
  }

  Environment environment() {
    return environment;
  }

  SecretReferences secrets() {
    return secrets;
  }

  static boolean isVariableName(String text) {
    return NAME.matcher(text).matches();
  }

  static boolean isSecretKey(String text) {
    return KEY.matcher(text).matches();
  }

  Interpolated of(String written) {
    Replacement replacement = new Replacement(this);
    String text = replacement.over(written);
    SecretReferences.unresolvable(text)
        .ifPresent(scheme ->
            replacement.flaw(
                Gravity.UNRESOLVED,
                scheme + "://…",
                "references of the form " + scheme + ":// are not resolved here",
                scheme.equals("secret")
                    ? "write ${secret:KEY}"
                    : "set a variable to the value and write ${env:NAME}"));
    return replacement.result(text);
  }
}
