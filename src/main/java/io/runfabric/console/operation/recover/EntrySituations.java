package io.runfabric.console.operation.recover;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.recover.Situation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Receipts and records that are damaged, incomplete or not where they should be.
record EntrySituations(Observations seen, Steps steps) {

  private static final Set<String> LEAVES_NO_RECEIPT = Set.of("remove", "destroy", "delete");

  List<Situation> found() {
    List<Situation> found = new ArrayList<>();
    for (Entry entry : seen.entries()) {
      if (entry.health() instanceof Health.Unreadable(String reason)) {
        found.add(unreadable(entry, reason));
      }
    }
    seen.withoutArtifacts().forEach(entry -> found.add(withoutArtifacts(entry)));
    Set<String> withReceipt =
        seen.entries().stream()
            .filter(entry -> entry.kind() == EntryKind.RECEIPT)
            .map(Entry::stage)
            .collect(Collectors.toSet());
    for (Journal journal : seen.journals()) {
      if (journal.status().equals("completed")
          && !LEAVES_NO_RECEIPT.contains(journal.operation())
          && !withReceipt.contains(journal.stage())
          && !seen.project().otherBackends().containsKey(journal.stage())) {
        found.add(missing(journal));
      }
    }
    return found;
  }

  private Situation unreadable(Entry entry, String reason) {
    String stage = entry.stage();
    return new Situation(
        Kind.UNREADABLE_ENTRY,
        Urgency.CRITICAL,
        entry.service(),
        stage,
        entry.ref().key(),
        "This "
            + entry.kind().word()
            + " does not load. The engine passes over it without a word: to it the stage is not"
            + " deployed, and the next deploy may create everything anew.",
        List.of(reason, entry.sizeBytes() + " bytes are stored"),
        List.of(
            steps.look(stage),
            steps.byHand("Deploy nothing to this stage until it is settled."),
            steps.backUpDamaged(stage),
            steps.restore(stage),
            steps.engine("See what the engine makes of it.", stage, "plan"),
            steps.engine(
                "Without a backup: deploy again, which writes a new one.", stage, "deploy")));
  }

  private Situation missing(Journal journal) {
    String stage = journal.stage();
    List<Step> todo = new ArrayList<>();
    todo.add(steps.look(stage));
    if (!seen.workspaces().isEmpty()) {
      todo.add(steps.listWorkspaces());
    }
    todo.add(
        steps.byHand(
            "Look whether the configuration names the backend that was deployed with:"
                + " another kind, bucket, table or folder."));
    todo.add(steps.restore(stage));
    todo.add(steps.engine("See what the engine would deploy.", stage, "plan"));
    todo.add(
        steps.engine("Without a backup: deploy again, which writes a receipt.", stage, "deploy"));
    return new Situation(
        Kind.MISSING_RECEIPT,
        Urgency.CRITICAL,
        journal.service(),
        stage,
        journal.ref().key(),
        "The last deploy of this stage ended well, and there is no receipt of it. It was lost, or"
            + " lies in another place than the one configured.",
        List.of(
            journal.ref()
                + " is completed since "
                + journal.updatedAt()
                + ", and no receipt of stage "
                + stage
                + " was found"),
        todo);
  }

  private Situation withoutArtifacts(Entry entry) {
    String stage = entry.stage();
    return new Situation(
        Kind.RECEIPT_WITHOUT_ARTIFACTS,
        Urgency.NOTE,
        entry.service(),
        stage,
        entry.ref().key(),
        "The receipt lists no artifacts: either this provider keeps none, or the deploy ended"
            + " before they were recorded. What is deployed cannot be compared with what was"
            + " built.",
        List.of(
            "deployment "
                + (entry.facts().deploymentId().isEmpty()
                    ? "without an id"
                    : entry.facts().deploymentId())
                + ", "
                + entry.facts().functions()
                + (entry.facts().functions() == 1 ? " function" : " functions")),
        List.of(
            steps.look(stage),
            steps.engine("See whether the engine finds differences.", stage, "plan")));
  }
}
