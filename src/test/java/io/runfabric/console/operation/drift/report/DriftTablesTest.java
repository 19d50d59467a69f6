package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DriftTablesTest {

  private static final DriftTables TABLES = new DriftTables(Redactor.masking());
  private static final String MASKED = "password=[REDACTED]";

  @Test
  void everythingIsALineOfTheSpreadsheet() {
    assertThat(TABLES.csv(SampleReport.full()).split("\r\n"))
        .containsExactly(
            SampleReport.withIds(
                    """
                    state,severity,category,rule,entry,path,expected,actual,sentence,evidence,step,id
                    found,critical,config,region,receipt dev,outputs.region,eu-west-1,us-east-1,\
                    it is in another region,seen there,runfabric plan --stage dev,<WHOLE>
                    found,info,endpoints,status,receipt qa,,,,there is nothing,,,<BARE>
                    ignored,warning,config,signature,receipt qa,functions[api],512,256,\
                    the memory was changed,,,<LIVED_WITH>
                    known,warning,endpoints,tls-expiry,receipt prod,outputs.url,,,it expires,,,<KNOWN>
                    resolved,critical,config,missing-function,receipt old,functions[old],,,\
                    it was missing,,,0123456789ab
                    resolved,info,provider,orphan,receipt older,,,,it was alone,,,ba9876543210
                    not checked,,provider,,everything,,,,nobody may ask,,,
                    not checked,,config,,signature of a in receipt dev,,,,there is none,,,
                    not checked,,config,,signature of b in receipt dev,,,,there is none,,,
                    """)
                .split("\n"));
  }

  @Test
  void aCommentTellsWhatIsFoundAndWhatWasNotLookedAt() {
    assertThat(TABLES.markdown(SampleReport.full(), SampleReport.ABOUT, Gravity.WARNING))
        .isEqualTo(
            SampleReport.withIds(
                """
                # Drift in shop

                s3://state/shop, 2026-03-01T12:00:00Z

                Drift. Looked at 2 entries: 1 critical, 0 to look at, 1 good to know, 1 ignored, \
                3 not checked, 1 known from the baseline, 2 resolved.

                ## Findings

                | severity | entry | path | what | expected | actual | id |
                | --- | --- | --- | --- | --- | --- | --- |
                | critical | receipt dev | outputs.region | it is in another region | eu-west-1 \
                | us-east-1 | <WHOLE> |
                | info | receipt qa |  | there is nothing |  |  | <BARE> |

                ## Resolved since the baseline

                | severity | entry | path | what | id |
                | --- | --- | --- | --- | --- |
                | critical | receipt old | functions\\[old\\] | it was missing | 0123456789ab |
                | info | receipt older |  | it was alone | ba9876543210 |

                ## Endpoints

                | entry | url | status | latency | certificate |
                | --- | --- | --- | --- | --- |
                | receipt dev | https://api.example.com/ | 302 | 17 ms | until 2026-03-14 |
                | receipt qa | http://hook.example.com/ | no answer |  |  |

                ## Not checked

                | category | what | why |
                | --- | --- | --- |
                | provider | everything | nobody may ask |
                | config | signature of a in receipt dev | there is none |
                | config | signature of b in receipt dev | there is none |
                """));
  }

  @Test
  void whereNothingIsFoundThereIsNoTable() {
    assertThat(TABLES.markdown(SampleReport.clean(), SampleReport.ABOUT, Gravity.WARNING))
        .isEqualTo(
            """
            # Drift report of shop

            s3://state/shop, 2026-03-01T12:00:00Z

            No drift. Looked at 1 entry: 0 critical, 0 to look at, 0 good to know, 0 ignored, \
            0 not checked.
            """);
  }

  @Test
  void secretsAreMaskedInBoth() {
    DriftReport report =
        SampleReport.withBaseline(SampleReport.saying("password=hunter2"), "password=hunter2");

    String[] lines = TABLES.csv(report).split("\r\n", -1);
    assertThat(columns(lines[1], 6, 10)).containsExactly(MASKED, MASKED, MASKED, MASKED);
    assertThat(columns(lines[3], 0, 1)).containsExactly("known");
    assertThat(columns(lines[3], 6, 10)).containsExactly(MASKED, MASKED, MASKED, MASKED);
    assertThat(columns(lines[4], 8, 9)).containsExactly(MASKED);
    assertThat(columns(lines[5], 8, 9)).containsExactly(MASKED);
    String shown = "password=\\[REDACTED\\]";
    assertThat(TABLES.markdown(report, SampleReport.ABOUT, Gravity.WARNING))
        .contains(
            " | "
                + shown
                + " | "
                + shown
                + " | "
                + shown
                + " | "
                + report.findings().getFirst().id())
        .contains(" | " + shown + " | 0123456789ab |")
        .endsWith(" | " + shown + " |\n");
  }

  private static String[] columns(String line, int from, int to) {
    return Arrays.copyOfRange(line.split(",", -1), from, to);
  }
}
