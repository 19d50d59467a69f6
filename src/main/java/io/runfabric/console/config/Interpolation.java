package io.runfabric.console.config;

import io.runfabric.console.config.Interpolated.Flaw;
import io.runfabric.console.config.Interpolated.Gravity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Replaces `${stage}`, `${env:NAME}`, `${env:NAME,default}` and `${secret:KEY}`.
///
/// A reference runs to the next `}`; a default is trimmed and taken as it stands, references in it
/// are not followed. A variable that is set but empty wins over the default. What a variable holds
/// is never interpolated again; what `secrets:` holds is.
final class Interpolation {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final String FORMS =
      "write ${env:NAME}, ${env:NAME,default}, ${secret:KEY} or ${stage}";

  private final String stage;
  private final Environment environment;
  private final SecretReferences secrets;

  Interpolation(String stage, Environment environment, Map<String, String> secrets) {
    this.stage = stage;
    this.environment = environment;
    this.secrets = new SecretReferences(secrets, environment, this);
  }

  /// The same surroundings, seen from another stage.
  Interpolation forStage(String other) {
    return new Interpolation(other, environment, secrets.declared());
  }

  static boolean isVariableName(String text) {
    return NAME.matcher(text).matches();
  }

  static boolean isSecretKey(String text) {
    return KEY.matcher(text).matches();
  }

  Interpolated of(String written) {
    Pass pass = new Pass(List.of());
    String text = pass.over(written);
    SecretReferences.unresolvable(text)
        .ifPresent(scheme ->
            pass.flaw(
                Gravity.UNRESOLVED,
                scheme + "://…",
                "a " + scheme + ":// reference cannot be resolved here",
                "set a variable to the value and write ${env:NAME}"));
    return new Interpolated(text, List.copyOf(pass.sources), pass.secret, List.copyOf(pass.flaws));
  }

  /// One text being resolved.
  final class Pass {

    private final List<String> trail;
    private final Set<String> sources = new LinkedHashSet<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private boolean secret;

    /// @param trail the secrets whose values lead here
    private Pass(List<String> trail) {
      this.trail = trail;
    }

    void flaw(Gravity gravity, String quoted, String message, String fix) {
      flaws.add(new Flaw(gravity, quoted, message, fix));
    }

    /// Resolves a text found in `secrets:`, as part of this one.
    String nested(String written, List<String> through) {
      Pass inner = new Pass(through);
      String text = inner.over(written);
      flaws.addAll(inner.flaws);
      return text;
    }

    private String over(String written) {
      StringBuilder text = new StringBuilder();
      int from = 0;
      for (int open = written.indexOf("${"); open >= 0; open = written.indexOf("${", from)) {
        text.append(written, from, open);
        int close = written.indexOf('}', open);
        if (close < 0) {
          flaw(Gravity.MALFORMED, "${", "a `${` without its `}`", "close it: " + FORMS);
          return text.toString();
        }
        text.append(reference(written.substring(open + 2, close)));
        from = close + 1;
      }
      return text.append(written.substring(from)).toString();
    }

    private String reference(String inside) {
      if (inside.equals("stage")) {
        return stage;
      }
      if (inside.startsWith("env:")) {
        return variable(inside.substring("env:".length()));
      }
      if (inside.startsWith("secret:")) {
        return secret(inside.substring("secret:".length()));
      }
      int colon = inside.indexOf(':');
      String form = colon < 0 ? inside : inside.substring(0, colon) + ":…";
      String quoted = Excerpt.of("${" + form + "}");
      boolean bare = colon < 0 && isVariableName(inside);
      flaw(
          Gravity.MALFORMED,
          quoted,
          quoted + " is no known reference",
          bare ? "write ${env:" + inside + "}" : FORMS);
      return "";
    }

    private String variable(String inside) {
      int comma = inside.indexOf(',');
      String name = comma < 0 ? inside : inside.substring(0, comma);
      if (!isVariableName(name)) {
        flaw(
            Gravity.MALFORMED,
            Excerpt.of("${env:" + name + "}"),
            "the name in ${env:…} is not a variable's name",
            "use letters, digits and `_`, no spaces, and no digit first");
        return "";
      }
      String fallback = comma < 0 ? "" : inside.substring(comma + 1);
      if (fallback.contains("${")) {
        flaw(
            Gravity.DOUBTFUL,
            "${env:" + name + ",…",
            "the default of " + name + " holds another `${`, which is not resolved",
            "write a plain default: it ends at the first `}`");
      }
      if (environment.get(name).isPresent()) {
        sources.add(environment.origin(name));
        return environment.get(name).get();
      }
      if (comma < 0) {
        flaw(
            Gravity.UNRESOLVED,
            "${env:" + name + "}",
            "the variable " + name + " is not set",
            "set "
                + name
                + ", in the environment or in .env, or write ${env:"
                + name
                + ",default}");
      }
      return fallback.strip();
    }

    private String secret(String key) {
      secret = true;
      if (!isSecretKey(key)) {
        flaw(
            Gravity.MALFORMED,
            "${secret:…}",
            "the key in ${secret:…} is not a secret's key",
            "use letters, digits, `_`, `.` and `-`");
        return "";
      }
      sources.add("secret " + key);
      return secrets.value(key, trail, this);
    }
  }
}
