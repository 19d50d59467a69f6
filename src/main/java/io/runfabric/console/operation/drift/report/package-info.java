/// A report of drift in the formats that people and programs read: JSON, CSV, Markdown, JUnit,
/// SARIF and one page for a browser. Every value goes through the redactor and the format's own
/// escaping. Start reading at [DriftFile], which says which is meant.
@NullMarked
package io.runfabric.console.operation.drift.report;

import org.jspecify.annotations.NullMarked;
