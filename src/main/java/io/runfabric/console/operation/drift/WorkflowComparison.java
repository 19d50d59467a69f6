package io.runfabric.console.operation.drift;

import io.runfabric.console.config.WorkflowGraph;
import io.runfabric.console.model.Receipt;
import java.util.Map;
import java.util.Optional;

/// A receipt's workflow graph with the one that `runfabric.yml` makes now: where it begins, and how
/// many nodes and edges it has. What the engine's hash is taken over is not told.
record WorkflowComparison(Deployed entry, Receipt receipt, Optional<WorkflowGraph> meant) {

  private static final String PREFIX = "workflow.graph.";

  void compare(Findings findings) {
    Map<String, String> recorded = receipt.metadata();
    String error = recorded.getOrDefault(PREFIX + "error", "");
    if (!error.isEmpty()) {
      add(
          "error",
          "a graph",
          error,
          "the engine could make no graph of the workflows when it was deployed",
          findings);
      return;
    }
    boolean had = recorded.containsKey(PREFIX + "hash");
    if (!had && meant.isEmpty()) {
      return;
    }
    same("entrypoint", meant.map(WorkflowGraph::entrypoint), findings);
    same("nodes", meant.map(graph -> Integer.toString(graph.nodes())), findings);
    same("edges", meant.map(graph -> Integer.toString(graph.edges())), findings);
    if (had && meant.isPresent()) {
      findings.notChecked(
          Against.CONFIG,
          "hash of the workflow graph in " + entry.name(),
          "only the engine can make it; entry point, nodes and edges are compared");
    }
  }

  private void same(String field, Optional<String> expected, Findings findings) {
    String should = expected.orElse("");
    String is = receipt.metadata().getOrDefault(PREFIX + field, "");
    if (!should.equals(is)) {
      add(
          field,
          should.isEmpty() ? "no workflow" : should,
          is.isEmpty() ? "no workflow" : is,
          "the workflows in runfabric.yml are not those it was deployed with",
          findings);
    }
  }

  private void add(
      String field, String expected, String actual, String sentence, Findings findings) {
    findings.add(
        entry.finding(
            Against.CONFIG,
            "workflow",
            Gravity.WARNING,
            "metadata." + PREFIX + field,
            expected,
            actual,
            sentence,
            DriftFinding.engine("plan", entry.entry().stage())));
  }
}
