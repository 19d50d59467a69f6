package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifRulesTest {

  @Test
  void aRuleIsListedOnceHoweverManyNameIt() throws Exception {
    SarifRules rules = new SarifRules();

    assertThat(named(rules, "config", "region")).isEqualTo("config/region 0");
    assertThat(named(rules, "provider", "region")).isEqualTo("provider/region 1");
    assertThat(named(rules, "config", "region")).isEqualTo("config/region 0");
    assertThat(rules.json())
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                [{"id": "config/region",
                  "shortDescription": {"text": "Compared with config: region"},
                  "defaultConfiguration": {"level": "note"}},
                 {"id": "provider/region",
                  "shortDescription": {"text": "Compared with provider: region"},
                  "defaultConfiguration": {"level": "note"}}]
                """));
  }

  @ParameterizedTest
  @CsvSource({"critical, error", "warning, warning", "info, note", "of a later version, note"})
  void aGravityHasItsLevel(String gravity, String level) {
    assertThat(SarifRules.level(gravity)).isEqualTo(level);
  }

  private static String named(SarifRules rules, String category, String rule) {
    ObjectNode result = Json.MAPPER.createObjectNode();
    rules.name(result, category, rule, "note");
    return result.path("ruleId").asText() + " " + result.path("ruleIndex").asInt();
  }
}
