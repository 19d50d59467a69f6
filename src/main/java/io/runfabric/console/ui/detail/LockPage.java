package io.runfabric.console.ui.detail;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.DocumentView;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;

/// The summary of a lock: who holds the stage, how long, and what may be done about it.
final class LockPage {

  private LockPage() {}

  static DetailPage of(Lock lock, DocumentView view) {
    DetailPage.Builder page = DetailPage.titled("Summary");
    switch (lock.state()) {
      case HELD -> held(lock, page);
      case STALE ->
          page.note(
              Tone.WARNING,
              "The lease has ended and the lock is still there: its holder did not give it back.");
      case UNREADABLE ->
          page.note(
              Tone.DANGER,
              "This lock does not load and blocks every deploy of the stage: "
                  + lock.reason()
                  + ".");
    }
    if (lock.state() != Lock.State.UNREADABLE && !lock.reason().isEmpty()) {
      page.note(Tone.WARNING, Texts.sentence(lock.reason()) + ".");
    }
    page.heading("Holder")
        .mono("Holder", lock.holder())
        .text("Process", process(lock))
        .text("Operation", lock.operation())
        .mono("Owner token", shownToken(lock, view))
        .heading("Lease")
        .time("Taken", lock.createdAt())
        .time("Last heartbeat", lock.lastHeartbeatAt())
        .time("Ends", lock.expiresAt())
        .heading("Stored")
        .mono("Key", lock.ref().key())
        .text("Store", lock.ref().source())
        .text("Written by", writer(lock));
    return page.mono("Revision", lock.revision().value()).build();
  }

  private static void held(Lock lock, DetailPage.Builder page) {
    lock.maintenance()
        .ifPresent(reason -> page.note(Tone.ACCENT, "Held for maintenance: " + reason + "."));
    boolean holderGone = lock.pidAlive().filter(alive -> !alive).isPresent();
    if (holderGone) {
      page.note(
          Tone.WARNING,
          "The holder does not run on this machine. If nobody runs it elsewhere, the lock can be"
              + " released.");
    }
  }

  private static String process(Lock lock) {
    return lock.pidAlive()
        .map(alive -> alive ? "Running on this machine" : "Not running on this machine")
        .orElse(lock.pid().isPresent() ? "On another machine, perhaps" : "");
  }

  // The token proves ownership, so it is shown only as the redactor left it in the document.
  private static String shownToken(Lock lock, DocumentView view) {
    String field = lock.source() == Lock.Source.RECORD ? "lockId" : "ownerToken";
    return view.document()
        .map(document -> document.path(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .orElse("");
  }

  private static String writer(Lock lock) {
    return switch (lock.source()) {
      case FILE -> "Engine 2";
      case LEGACY_FILE -> "An early engine 2: one line, no holder";
      case DYNAMODB -> "Engine 2, in a DynamoDB table";
      case TABLE -> "This console, in a table beside the receipts";
      case RECORD -> "Engine 1";
    };
  }
}
