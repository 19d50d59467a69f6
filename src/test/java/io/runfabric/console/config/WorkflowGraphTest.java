package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowGraphTest {

  @TempDir private Path folder;

  private Optional<WorkflowGraph> graph(String workflows) {
    return new Workspace(folder).yml("service: shop\n" + workflows).loaded().workflows();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{name: pay, steps: [{id: a}, {id: b}, {id: c}]}]|pay:a|3|2",
        // Without a name, an id or a function.
        "[{steps: [{function: f}, {}]}]|workflow:f|2|1",
        "[{name: ' pay ', steps: [{}, {}]}]|pay:step-1|2|1",
        "[{name: pay, steps: [{id: ' a ', function: f}]}]|pay:a|1|0",
        // To the one that follows anyway, and back.
        "[{name: pay, steps: [{id: a, next: b}, {id: b}]}]|pay:a|2|1",
        "[{name: pay, steps: [{id: a}, {id: b, next: a}]}]|pay:a|2|2",
        "[{name: pay, steps: [{id: a, next: elsewhere}]}]|pay:a|1|1",
        // The same step twice is one node, which leads to itself.
        "[{name: pay, steps: [{id: a}, {id: a}]}]|pay:a|1|1",
        "[{name: none, steps: []}, {name: p, steps: [{id: a}]}, {name: q, steps: [{id: a}, {id:"
            + " b}]}]|p:a|3|1",
      })
  void stepsAreNodesThatLeadToTheNext(String workflows, String entrypoint, int nodes, int edges) {
    assertThat(graph("workflows: " + workflows + "\n"))
        .contains(new WorkflowGraph(entrypoint, nodes, edges));
  }

  @Test
  void withoutAStepThereIsNoGraph() {
    assertThat(graph("")).isEmpty();
    assertThat(graph("workflows: []\n")).isEmpty();
    assertThat(graph("workflows: {}\n")).isEmpty();
    assertThat(graph("workflows: [{name: pay}, text, {name: ship, steps: {}}]\n")).isEmpty();
  }
}
