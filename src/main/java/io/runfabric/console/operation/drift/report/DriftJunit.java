package io.runfabric.console.operation.drift.report;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Unseen;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A report as JUnit's XML, which CI systems show: a suite for each thing that was compared with,
/// and in it a case for each entry that something is to be said of, or one that passed. What was
/// not checked is skipped, never passed.
record DriftJunit(Redactor redactor) {

  private record Case(String name, List<DriftFinding> failures, List<NotChecked> skipped) {}

  byte[] of(DriftReport report, DriftFile.About about, Gravity failOn) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("testsuites");
      attribute(xml, "name", "drift of " + about.service());
      for (Against against : report.against()) {
        suite(xml, against, cases(report, against, failOn), report, about);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the report could not be written", e);
    }
    return out.toByteArray();
  }

  private static List<Case> cases(DriftReport report, Against against, Gravity failOn) {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (DriftFinding finding : report.findings()) {
      if (finding.against() == against && finding.gravity().compareTo(failOn) >= 0) {
        of(cases, finding.entry()).failures().add(finding);
      }
    }
    for (NotChecked one : report.notChecked()) {
      if (one.against() == against) {
        of(cases, one.what()).skipped().add(one);
      }
    }
    List<Case> all = new ArrayList<>(cases.values());
    if (all.isEmpty()) {
      all.add(new Case(report.entries().size() + " entries", List.of(), List.of()));
    }
    return all;
  }

  private static Case of(Map<String, Case> cases, String name) {
    return cases.computeIfAbsent(
        name, named -> new Case(named, new ArrayList<>(), new ArrayList<>()));
  }

  private void suite(
      XMLStreamWriter xml,
      Against against,
      List<Case> cases,
      DriftReport report,
      DriftFile.About about)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute(xml, "name", against.word());
    attribute(xml, "tests", cases.size() + "");
    attribute(
        xml, "failures", cases.stream().filter(one -> !one.failures().isEmpty()).count() + "");
    attribute(
        xml,
        "skipped",
        cases.stream().filter(one -> one.failures().isEmpty() && !one.skipped().isEmpty()).count()
            + "");
    attribute(xml, "errors", "0");
    attribute(xml, "timestamp", about.time());
    if (report.baseline().isPresent()) {
      xml.writeStartElement("properties");
      property(
          xml,
          "known from the baseline",
          report.known().stream().filter(one -> one.against() == against).count());
      property(
          xml,
          "resolved",
          report.resolved().stream().filter(one -> one.category().equals(against.word())).count());
      xml.writeEndElement();
    }
    for (Case one : cases) {
      xml.writeStartElement("testcase");
      attribute(xml, "classname", about.service() + "." + against.word());
      attribute(xml, "name", one.name());
      for (DriftFinding finding : one.failures()) {
        failure(xml, finding);
      }
      if (one.failures().isEmpty()) {
        for (NotChecked skipped : one.skipped()) {
          xml.writeEmptyElement("skipped");
          attribute(xml, "message", redactor.text(skipped.reason()));
        }
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, long value)
      throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value + "");
  }

  private void failure(XMLStreamWriter xml, DriftFinding finding) throws XMLStreamException {
    xml.writeStartElement("failure");
    attribute(xml, "type", finding.gravity().word() + " " + finding.rule());
    attribute(xml, "message", redactor.text(finding.sentence()));
    xml.writeCharacters(
        legal(
            "id "
                + finding.id()
                + (finding.path().isEmpty() ? "" : "\npath " + finding.path())
                + (finding.expected().isEmpty()
                    ? ""
                    : "\nexpected " + redactor.text(finding.expected()))
                + (finding.actual().isEmpty() ? "" : "\nactual " + redactor.text(finding.actual()))
                + (finding.evidence().isEmpty()
                    ? ""
                    : "\nseen " + redactor.text(finding.evidence()))
                + (finding.step().isEmpty() ? "" : "\n" + finding.step())));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  // XML has no way at all to write most control characters, and no reader would see the others.
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    Unseen.lines(text)
        .codePoints()
        .forEach(c -> legal.appendCodePoint((c & 0xfffe) == 0xfffe ? 0xfffd : c));
    return legal.toString();
  }
}
