package io.runfabric.console.operation.drift.report;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.drift.DriftReport.Endpoint;

/// A URL that was asked, in the words of the tables.
record EndpointWords(Endpoint endpoint) {

  String status() {
    return endpoint.status().map(status -> Integer.toString(status)).orElse("no answer");
  }

  String latency() {
    return endpoint.latency().map(milliseconds -> milliseconds + " ms").orElse("");
  }

  String certificate() {
    return endpoint
        .tlsExpires()
        .map(ends -> "until " + Timestamps.engine2(ends).substring(0, 10))
        .orElse("");
  }
}
