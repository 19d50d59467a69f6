package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// The XML, as a parser reads it.
class DriftJunitTest {

  @Test
  void aSuiteIsWrittenForEachThingComparedWithAndACaseForEachEntry() throws Exception {
    assertThat(outline(SampleReport.full(), Gravity.WARNING))
        .isEqualTo(
            SampleReport.withIds(
                """
                testsuites name=drift of shop
                 testsuite errors=0 failures=0 name=integrity skipped=0 tests=1 \
                timestamp=2026-03-01T12:00:00Z
                  properties
                   property name=known from the baseline value=0
                   property name=resolved value=0
                  testcase classname=shop.integrity name=2 entries
                 testsuite errors=0 failures=1 name=config skipped=2 tests=3 \
                timestamp=2026-03-01T12:00:00Z
                  properties
                   property name=known from the baseline value=0
                   property name=resolved value=1
                  testcase classname=shop.config name=receipt dev
                   failure message=it is in another region type=critical region
                    "id <WHOLE>|path outputs.region|expected eu-west-1|actual us-east-1|seen \
                seen there|runfabric plan --stage dev"
                  testcase classname=shop.config name=signature of a in receipt dev
                   skipped message=there is none
                  testcase classname=shop.config name=signature of b in receipt dev
                   skipped message=there is none
                 testsuite errors=0 failures=0 name=provider skipped=1 tests=1 \
                timestamp=2026-03-01T12:00:00Z
                  properties
                   property name=known from the baseline value=0
                   property name=resolved value=1
                  testcase classname=shop.provider name=everything
                   skipped message=nobody may ask
                 testsuite errors=0 failures=0 name=endpoints skipped=0 tests=1 \
                timestamp=2026-03-01T12:00:00Z
                  properties
                   property name=known from the baseline value=1
                   property name=resolved value=0
                  testcase classname=shop.endpoints name=2 entries
                """));
  }

  @Test
  void whatIsAsGraveAsAskedForFailsAndSaysOnlyWhatIsKnown() throws Exception {
    assertThat(outline(SampleReport.withoutBaseline(), Gravity.INFO))
        .endsWith(
            SampleReport.withIds(
                """
                 testsuite errors=0 failures=1 name=endpoints skipped=0 tests=1 \
                timestamp=2026-03-01T12:00:00Z
                  testcase classname=shop.endpoints name=receipt qa
                   failure message=there is nothing type=info status
                    "id <BARE>"
                """))
        .doesNotContain("properties");
  }

  @Test
  void aCaseThatFailedIsNotSkippedToo() throws Exception {
    DriftReport report =
        SampleReport.report(
            List.of(SampleReport.WHOLE),
            List.of(
                new NotChecked(Against.CONFIG, "receipt dev", "one reason"),
                new NotChecked(Against.CONFIG, "receipt qa", "one reason"),
                new NotChecked(Against.CONFIG, "receipt qa", "another reason")),
            "as agreed");

    assertThat(outline(report, Gravity.CRITICAL))
        .contains("failures=1 name=config skipped=1 tests=2")
        .containsOnlyOnce("\n   failure message=it is in another region")
        .endsWith(
            """
              testcase classname=shop.config name=receipt qa
               skipped message=one reason
               skipped message=another reason
             testsuite errors=0 failures=0 name=provider skipped=0 tests=1 \
            timestamp=2026-03-01T12:00:00Z
              testcase classname=shop.provider name=1 entries
            """);
  }

  @Test
  void secretsAreMaskedAndWhatXmlCannotHoldIsShown() throws Exception {
    String outline =
        outline(SampleReport.saying("password=hunter2 \u0000\u202e\ufffe\uffff"), Gravity.INFO);

    assertThat(outline)
        .contains("message=password=[REDACTED] \\u0000\\u202e\ufffd\ufffd type=critical region")
        .contains("|expected password=[REDACTED]")
        .contains("|actual password=[REDACTED]")
        .contains("|seen password=[REDACTED]")
        .contains("skipped message=password=[REDACTED]");
  }

  private static String outline(DriftReport report, Gravity failOn) throws Exception {
    byte[] xml = new DriftJunit(Redactor.masking()).of(report, SampleReport.ABOUT, failOn);
    Element root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    StringBuilder outline = new StringBuilder();
    append(outline, "", root);
    return outline.toString();
  }

  // Attributes in the order of their names; lines of a text after bars.
  private static void append(StringBuilder outline, String indent, Node node) {
    if (node instanceof Element element) {
      List<String> words = new ArrayList<>(List.of(element.getTagName()));
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        words.add(attributes.item(i).getNodeName() + "=" + attributes.item(i).getNodeValue());
      }
      words.subList(1, words.size()).sort(null);
      outline.append(indent).append(String.join(" ", words)).append('\n');
      for (int i = 0; i < element.getChildNodes().getLength(); i++) {
        append(outline, indent + " ", element.getChildNodes().item(i));
      }
    } else {
      outline
          .append(indent)
          .append('"')
          .append(node.getTextContent().replace('\n', '|'))
          .append("\"\n");
    }
  }
}
