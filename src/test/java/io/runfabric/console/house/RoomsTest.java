package io.runfabric.console.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds the order of the rooms: arrows point down only. Each rule is shown to fail on a house that
/// breaks it, in [io.runfabric.console.house.broken].
class RoomsTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.runfabric.console");
  private static final JavaClasses BROKEN_HOUSE =
      new ClassFileImporter().importPackages("io.runfabric.console.house.broken");

  @Test
  void arrowsPointDownOnly() {
    order("io.runfabric.console").check(HOUSE);
  }

  @Test
  void anArrowUpwardsIsFound() {
    EvaluationResult result = order("io.runfabric.console.house.broken").evaluate(BROKEN_HOUSE);

    assertThat(result.getFailureReport().toString())
        .contains("broken.model.UpwardModel")
        .contains("broken.cli.CliThatImportsUi");
  }

  @Test
  void noRoomWithinARoomIsPartOfACircle() {
    for (String room : List.of("backend", "provider", "cli", "ui")) {
      noCircles("io.runfabric.console." + room).check(HOUSE);
    }
    assertThat(
            noCircles("io.runfabric.console.house.broken.ui").evaluate(BROKEN_HOUSE).hasViolation())
        .isTrue();
  }

  @Test
  void theModelKnowsJacksonAndNothingElse() {
    modelDependsOnJacksonOnly("io.runfabric.console.model..").check(HOUSE);
    assertThat(
            modelDependsOnJacksonOnly("io.runfabric.console.house.broken.model..")
                .evaluate(BROKEN_HOUSE)
                .hasViolation())
        .isTrue();
  }

  @Test
  void onlyTheWindowKnowsJavaFx() {
    noJavaFxOutsideUi("io.runfabric.console").check(HOUSE);
    assertThat(
            noJavaFxOutsideUi("io.runfabric.console.house.broken")
                .evaluate(BROKEN_HOUSE)
                .hasViolation())
        .isTrue();
  }

  private static ArchRule order(String root) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(root + "..")
        .withOptionalLayers(true)
        .layer("model")
        .definedBy(root + ".model..")
        .layer("config")
        .definedBy(root + ".config..")
        .layer("backend")
        .definedBy(root + ".backend..")
        .layer("provider")
        .definedBy(root + ".provider..")
        .layer("operation")
        .definedBy(root + ".operation..")
        .layer("sample")
        .definedBy(root + ".sample..")
        .layer("cli")
        .definedBy(root + ".cli..")
        .layer("ui")
        .definedBy(root + ".ui..")
        .layer("door")
        .definedBy(root)
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("ui")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("sample")
        .mayOnlyBeAccessedByLayers("door", "cli", "ui")
        .whereLayer("operation")
        .mayOnlyBeAccessedByLayers("door", "cli", "ui", "sample")
        .whereLayer("provider")
        .mayOnlyBeAccessedByLayers("door", "operation")
        .whereLayer("backend")
        .mayOnlyBeAccessedByLayers("door", "cli", "ui", "sample", "operation", "provider")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers(
            "door", "cli", "ui", "sample", "operation", "provider", "backend")
        .because("a face asks, an operation plans, a backend does");
  }

  private static ArchRule noCircles(String room) {
    return slices()
        .matching(room + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("what knows each other cannot be read, tested or changed alone");
  }

  private static ArchRule modelDependsOnJacksonOnly(String model) {
    return classes()
        .that()
        .resideInAPackage(model)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.runfabric.console.model..",
            "java..",
            "com.fasterxml.jackson..",
            "org.jspecify.annotations..")
        .because("everything stands on the model, so it must not drag anything in");
  }

  private static ArchRule noJavaFxOutsideUi(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
        .because("scripts must not pay for a window");
  }
}
