package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.DiagnosisJson;
import java.io.IOException;
import java.util.List;

/// A diagnosis for scripts.
public final class DoctorJson {

  private DoctorJson() {}

  /// @param repaired what was mended before this diagnosis was made
  public static void write(JsonGenerator json, Diagnosis diagnosis, List<String> repaired)
      throws IOException {
    DiagnosisJson.write(json, diagnosis);
    StateJson.texts(json, "repaired", repaired);
  }
}
