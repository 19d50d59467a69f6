package io.runfabric.console.operation.drift;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.Wanted;
import java.util.Optional;

/// An entry that loads, with its document.
///
/// @param receipt of engine 2
/// @param record of engine 1
record Deployed(Entry entry, Optional<Receipt> receipt, Optional<StateRecord> record) {

  static Deployed of(Entry entry, byte[] content) throws UnreadableDocumentException {
    return entry.kind() == EntryKind.RECEIPT
        ? new Deployed(entry, Optional.of(ReceiptFormat.read(content)), Optional.empty())
        : new Deployed(entry, Optional.empty(), Optional.of(RecordFormat.read(content)));
  }

  /// For people, such as `receipt dev` or `record shop/dev/aws`.
  String name() {
    return Wanted.name(Part.of(entry.kind()), entry.service(), entry.stage(), entry.provider());
  }

  /// Something about it that is not as it should be.
  ///
  /// @param step a command that helps; may be empty
  DriftFinding finding(
      Against against,
      String rule,
      Gravity gravity,
      String path,
      String expected,
      String actual,
      String sentence,
      String step) {
    return new DriftFinding(
        against, rule, gravity, name(), entry.stage(), path, expected, actual, sentence, step);
  }
}
