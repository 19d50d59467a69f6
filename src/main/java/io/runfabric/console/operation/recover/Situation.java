package io.runfabric.console.operation.recover;

import java.util.List;
import java.util.Locale;

/// One thing that is not as a finished deploy leaves it.
///
/// @param subject the key or id it is about
/// @param meaning what it means, for somebody who has never seen it
/// @param evidence what was seen, one sentence each
/// @param steps what to do, in this order: look, back up, then change
public record Situation(
    Kind kind,
    Urgency urgency,
    String service,
    String stage,
    String subject,
    String meaning,
    List<String> evidence,
    List<Step> steps) {

  /// What is the matter.
  public enum Kind {
    INTERRUPTED_DEPLOY,
    ATTEMPTS_EXHAUSTED,
    JOURNAL_CONFLICT,
    UNREADABLE_JOURNAL,
    CHECKSUM_DIFFERS,
    STALE_LOCK,
    UNREADABLE_LOCK,
    LOCK_WITHOUT_JOURNAL,
    UNREADABLE_ENTRY,
    MISSING_RECEIPT,
    RECEIPT_WITHOUT_ARTIFACTS,
    ORPHANED_WORKSPACE;

    /// As in JSON, such as `interrupted-deploy`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For people, such as `interrupted deploy`.
    public String words() {
      return word().replace('-', ' ');
    }
  }
}
