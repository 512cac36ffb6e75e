package com.movieexample.bench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The bench may know all others, which is why it alone sees all of them; nobody may know the bench. */
class ArchitectureTest {
    private static final String BENCH = "com.movieexample.bench..";
    private static final JavaClasses MARQUEE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.movieexample");

    @Test
    void nobodyKnowsTheBench() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BENCH)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BENCH)
                .check(MARQUEE);
    }

    @Test
    void nobodyInTheBenchKnowsItsCommand() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.movieexample.bench.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.movieexample.bench.command..")
                .check(MARQUEE);
    }

    /** A mistake of the fold must not be repeated by what it is checked against. */
    @Test
    void theAnswerSharesNoCodeWithTheFold() {
        noClasses()
                .that()
                .resideInAPackage("com.movieexample.bench.workload..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.movieexample.aggregator..", "com.movieexample.topics.rules..")
                .check(MARQUEE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("com.movieexample.bench.(**)")
                .should()
                .beFreeOfCycles()
                .check(MARQUEE);
    }
}
