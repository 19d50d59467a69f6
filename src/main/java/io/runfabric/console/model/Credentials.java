package io.runfabric.console.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds credentials inside text that is otherwise worth showing, and masks just them.
final class Credentials {

  private static final String WHOLE_MASK = Matcher.quoteReplacement(Redactor.MASK);

  /// A pattern and what every text it matches holds, which is quicker to see.
  private record Rule(Pattern pattern, Predicate<String> possible) {

    static Rule of(String regex, int flags, Predicate<String> possible) {
      return new Rule(Pattern.compile(regex, flags), possible);
    }
  }

  // Group 1 stays; what follows it is masked. A user without a password stays as well.
  private static final List<Rule> AFTER =
      List.of(
          Rule.of(
              "([A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/:@\"']*:)[^\\s@\"']+(?=@)",
              0,
              text -> text.indexOf('@') >= 0),
          Rule.of(
              "((?:^|[\\s;,?&\"'])(?:password|passwd|pwd|sslpassword|accountkey|account_key"
                  + "|sharedaccesssignature|sharedaccesskey|secretkey|client_secret|access_token"
                  + "|refresh_token|id_token|token|sig|x-amz-signature|x-amz-security-token"
                  + "|x-amz-credential|x-goog-signature|x-goog-credential|api_key|apikey"
                  + "|secret)\\s*=\\s*)(?:'(?:[^'\\\\]|\\\\.)*'|[^\\s;&\"']+)",
              Pattern.CASE_INSENSITIVE,
              text -> text.indexOf('=') >= 0),
          Rule.of(
              "(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/-]{8,}=*",
              Pattern.CASE_INSENSITIVE,
              Credentials::hasSpace));

  private static final List<Rule> WHOLE =
      List.of(
          Rule.of(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)",
              Pattern.DOTALL,
              text -> text.contains("-----BEGIN ")),
          Rule.of(
              "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+",
              0,
              text -> text.contains("eyJ")),
          Rule.of("\\bgh[pousr]_[A-Za-z0-9]{20,}", 0, text -> text.contains("gh")),
          Rule.of("\\bxox[abprs]-[A-Za-z0-9-]{10,}", 0, text -> text.contains("xox")),
          Rule.of("\\bsk_(?:live|test)_[A-Za-z0-9]{10,}", 0, text -> text.contains("sk_")));

  private Credentials() {}

  static String masked(String text) {
    String result = text;
    for (Rule rule : AFTER) {
      if (rule.possible().test(result)) {
        result =
            rule.pattern()
                .matcher(result)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + Redactor.MASK));
      }
    }
    for (Rule rule : WHOLE) {
      if (rule.possible().test(result)) {
        result = rule.pattern().matcher(result).replaceAll(WHOLE_MASK);
      }
    }
    return result;
  }

  private static boolean hasSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }
}
