package io.runfabric.console.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds credentials inside text that is otherwise worth showing, and masks just them.
final class Credentials {

  // Group 1 stays; what follows it is masked. A user without a password stays as well.
  private static final List<Pattern> AFTER =
      List.of(
          Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/:@\"']*:)[^\\s@\"']+(?=@)"),
          Pattern.compile(
              "((?:^|[\\s;,?&\"'])(?:password|passwd|pwd|sslpassword|accountkey|account_key"
                  + "|sharedaccesssignature|sharedaccesskey|secretkey|client_secret|access_token"
                  + "|refresh_token|id_token|token|sig|x-amz-signature|x-amz-security-token"
                  + "|x-amz-credential|x-goog-signature|x-goog-credential|api_key|apikey"
                  + "|secret)\\s*=\\s*)(?:'(?:[^'\\\\]|\\\\.)*'|[^\\s;&\"']+)",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/-]{8,}=*", Pattern.CASE_INSENSITIVE));

  private static final List<Pattern> WHOLE =
      List.of(
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)",
              Pattern.DOTALL),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+"),
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{20,}"),
          Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          Pattern.compile("\\bsk_(?:live|test)_[A-Za-z0-9]{10,}"));

  private Credentials() {}

  static String masked(String text) {
    if (!mayHoldOne(text)) {
      return text;
    }
    String result = text;
    for (Pattern pattern : AFTER) {
      result =
          pattern
              .matcher(result)
              .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + Redactor.MASK));
    }
    for (Pattern pattern : WHOLE) {
      result = pattern.matcher(result).replaceAll(Matcher.quoteReplacement(Redactor.MASK));
    }
    return result;
  }

  // Most values are short names and numbers; all patterns need one of these.
  private static boolean mayHoldOne(String text) {
    return text.indexOf('=') >= 0
        || text.indexOf('@') >= 0
        || text.indexOf(' ') >= 0
        || text.indexOf('_') >= 0
        || text.indexOf('-') >= 0
        || text.startsWith("eyJ");
  }
}
