package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.WorkflowGraph;
import io.runfabric.console.model.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowComparisonTest {

  private static final Map<String, String> RECORDED =
      Map.of(
          "workflow.graph.hash", "h",
          "workflow.graph.entrypoint", "order:pay",
          "workflow.graph.nodes", "2",
          "workflow.graph.edges", "1");
  private static final String HASH_IS_OPEN =
      "config: hash of the workflow graph in receipt dev: only the engine can make it; entry point,"
          + " nodes and edges are compared";

  private final Findings findings = new Findings();

  @Test
  void whereThereIsNoWorkflowNothingIsSaid() {
    compare(Map.of(), Optional.empty());

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void theSameGraphIsFineButForTheHash() {
    compare(RECORDED, Optional.of(new WorkflowGraph("order:pay", 2, 1)));

    assertThat(findings.found()).isEmpty();
    assertThat(SampleDeployed.open(findings)).containsExactly(HASH_IS_OPEN);
  }

  @Test
  void eachPartThatDiffersIsTold() {
    compare(RECORDED, Optional.of(new WorkflowGraph("order:ship", 3, 4)));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            differs("entrypoint", "order:ship", "order:pay"),
            differs("nodes", "3", "2"),
            differs("edges", "4", "1"));
    assertThat(SampleDeployed.open(findings)).containsExactly(HASH_IS_OPEN);
  }

  @Test
  void workflowsThatAreNoMoreOrNotYetAreTold() {
    compare(RECORDED, Optional.empty());
    compare(Map.of(), Optional.of(new WorkflowGraph("order:pay", 2, 1)));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            differs("entrypoint", "no workflow", "order:pay"),
            differs("nodes", "no workflow", "2"),
            differs("edges", "no workflow", "1"),
            differs("entrypoint", "order:pay", "no workflow"),
            differs("nodes", "2", "no workflow"),
            differs("edges", "1", "no workflow"));
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void aGraphThatTheEngineCouldNotMakeIsToldAlone() {
    compare(Map.of("workflow.graph.error", "a cycle"), Optional.of(new WorkflowGraph("a", 1, 0)));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning config workflow | receipt dev | dev | metadata.workflow.graph.error | a graph"
                + " | a cycle | the engine could make no graph of the workflows when it was"
                + " deployed |  | none | runfabric plan --stage dev");
    assertThat(findings.notChecked()).isEmpty();
  }

  private static String differs(String field, String expected, String actual) {
    return "warning config workflow | receipt dev | dev | metadata.workflow.graph."
        + String.join(" | ", field, expected, actual)
        + " | the workflows in runfabric.yml are not those it was deployed with |  | none"
        + " | runfabric plan --stage dev";
  }

  private void compare(Map<String, String> metadata, Optional<WorkflowGraph> meant) {
    Receipt receipt = SampleDeployed.receipt("dev", Map.of(), List.of(), metadata, List.of());
    new WorkflowComparison(SampleDeployed.of(receipt), receipt, meant).compare(findings);
  }
}
