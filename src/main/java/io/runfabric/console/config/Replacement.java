package io.runfabric.console.config;

import io.runfabric.console.config.Interpolated.Flaw;
import io.runfabric.console.config.Interpolated.Gravity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// One text while its references are replaced, with what was found on the way.
final class Replacement {

  private static final int MOST_REFERENCES = 1_000;
  private static final int MOST_FLAWS = 20;
  private static final int LONGEST = 65_536;

  private final Interpolation scope;
  private final List<String> trail;
  private final AtomicInteger references;
  private final Set<String> sources = new LinkedHashSet<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private boolean secret;

  Replacement(Interpolation scope) {
    this(scope, List.of(), new AtomicInteger());
  }

  /// @param trail the secrets whose values lead here
  /// @param references how many were replaced so far, counting those inside secrets
  private Replacement(Interpolation scope, List<String> trail, AtomicInteger references) {
    this.scope = scope;
    this.trail = trail;
    this.references = references;
  }

  void flaw(Gravity gravity, String quoted, String message, String fix) {
    if (flaws.size() < MOST_FLAWS) {
      flaws.add(new Flaw(gravity, quoted, message, fix));
    }
  }

  Interpolated result(String text) {
    return new Interpolated(text, List.copyOf(sources), secret, List.copyOf(flaws));
  }

  /// Resolves a text found in `secrets:`, as part of this one.
  String nested(String written, List<String> through) {
    Replacement inner = new Replacement(scope, through, references);
    String text = inner.over(written);
    inner.flaws.forEach(
        found -> flaw(found.gravity(), found.quoted(), found.message(), found.fix()));
    return text;
  }

  String over(String written) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = written.indexOf("${"); open >= 0; open = written.indexOf("${", from)) {
      text.append(written, from, open);
      int close = written.indexOf('}', open);
      if (close < 0) {
        flaw(Gravity.MALFORMED, "${", "a `${` without its `}`", "close it: " + Interpolation.FORMS);
        return "";
      }
      text.append(reference(written.substring(open + 2, close)));
      from = close + 1;
      if (references.incrementAndGet() > MOST_REFERENCES || text.length() > LONGEST) {
        return tooMuch();
      }
    }
    text.append(written, from, written.length());
    return text.length() > LONGEST ? tooMuch() : text.toString();
  }

  // Secrets that refer to secrets several times over could otherwise grow without end.
  private String tooMuch() {
    flaw(
        Gravity.MALFORMED,
        "",
        "this resolves to more than 65,536 characters, or through more than 1,000 references",
        "write a shorter value");
    return "";
  }

  private String reference(String inside) {
    if (inside.equals("stage")) {
      return scope.stage();
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
    boolean bare = colon < 0 && Interpolation.isVariableName(inside);
    flaw(
        Gravity.MALFORMED,
        quoted,
        quoted + " is no known reference",
        bare ? "write ${env:" + inside + "}" : Interpolation.FORMS);
    return "";
  }

  private String variable(String inside) {
    int comma = inside.indexOf(',');
    String name = comma < 0 ? inside : inside.substring(0, comma);
    if (!Interpolation.isVariableName(name)) {
      String quoted = Excerpt.of("${env:" + name + "}");
      flaw(
          Gravity.MALFORMED,
          quoted,
          quoted + " does not name a variable",
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
    Optional<String> value = scope.environment().get(name);
    if (value.isPresent()) {
      sources.add(scope.environment().origin(name));
      return value.get();
    }
    if (comma < 0) {
      flaw(
          Gravity.UNRESOLVED,
          "${env:" + name + "}",
          "the variable " + name + " is not set",
          "set " + name + " (in the environment or .env), or write ${env:" + name + ",default}");
    }
    return fallback.strip();
  }

  private String secret(String key) {
    secret = true;
    if (!Interpolation.isSecretKey(key)) {
      flaw(
          Gravity.MALFORMED,
          "${secret:…}",
          "the key in ${secret:…} is not a secret's key",
          "use letters, digits, `_`, `.` and `-`");
      return "";
    }
    sources.add("secret " + key);
    return scope.secrets().value(key, trail, this);
  }
}
