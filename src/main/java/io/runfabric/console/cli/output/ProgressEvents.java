package io.runfabric.console.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Progress for scripts: one JSON event a line, `{"event": "phase" | "progress" | "end", "phase",
/// "done", "total", "perSecond"}`; `total` is absent while it is unknown.
public final class ProgressEvents implements ProgressOutput {

  private final PrintStream err;
  private final ProgressPace pace;
  private String phase = "";
  private long done;

  public ProgressEvents(PrintStream err, LongSupplier nanoseconds) {
    this.err = err;
    this.pace = new ProgressPace(nanoseconds, Duration.ofMillis(250));
  }

  @Override
  public void phase(String name) {
    phase = name;
    done = 0;
    pace.restart();
    print(event("phase"));
  }

  @Override
  public void at(long finished, long total) {
    done = finished;
    if (pace.due()) {
      ObjectNode event = event("progress").put("done", done);
      if (total >= 0) {
        event.put("total", total);
      }
      print(event.put("perSecond", pace.perSecond(done)));
    }
  }

  @Override
  public void close() {
    print(event("end").put("done", done));
  }

  private ObjectNode event(String name) {
    return JsonNodeFactory.instance.objectNode().put("event", name).put("phase", phase);
  }

  private void print(ObjectNode event) {
    err.println(Json.line(event));
    err.flush();
  }
}
