package com.movieexample.launcher.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.base.Splitter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the layout of the house: who may know whom, between modules and inside a service. */
class ArchitectureTest {
    private static final String ROOT = "com.movieexample.";
    private static final JavaClasses MARQUEE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.movieexample");

    /** Modules by their package, and after it those whose packages they may use beside their own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "api        :",
                "broker     :",
                "topics     : api",
                "runtime    : api",
                "metadata   : api topics runtime",
                "ingester   : api topics runtime",
                "aggregator : api topics runtime",
                "query      : api topics runtime"
            })
    void aModuleKnowsOnlyWhatItMay(String module, String others) {
        String allowed = others == null ? module : module + " " + others;
        classes()
                .that()
                .resideInAPackage(packagesOf(module))
                .should()
                .onlyDependOnClassesThat(foreign()
                        .or(resideInAnyPackage(Splitter.on(' ')
                                .splitToStream(allowed)
                                .map(ArchitectureTest::packagesOf)
                                .toArray(String[]::new))))
                .check(MARQUEE);
    }

    private static String packagesOf(String module) {
        return ROOT + module + "..";
    }

    private static DescribedPredicate<JavaClass> foreign() {
        return DescribedPredicate.not(resideInAPackage("com.movieexample.."));
    }

    /** Handlers speak HTTP or gRPC and know the controller; nobody below knows a protocol. */
    @Test
    void controllersAndRepositoriesKnowNoProtocol() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .or()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.javalin..", "io.grpc..", ROOT + "runtime.http.."))
                .check(MARQUEE);
    }

    @Test
    void handlersReachStateOnlyThroughTheirController() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("HttpHandler")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Gateway")
                .check(MARQUEE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("com.movieexample.(**)").should().beFreeOfCycles().check(MARQUEE);
    }

    /** What the fold may do is what the log tells it; a second opinion must not share its mistakes. */
    @Test
    void verifySharesNoCodeWithTheAggregator() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "launcher.verify..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packagesOf("aggregator"))
                .check(MARQUEE);
    }

    /** Their restore stores what is never processed, and they can't follow another topic. */
    @Test
    void nobodyUsesGlobalStores() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.streams.kstream.GlobalKTable")
                .orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("addGlobalStore")))
                .check(MARQUEE);
    }

    /** Internal classes of Kafka Streams change without notice: one class has to be looked at with each version. */
    @Test
    void oneClassAloneUsesTheInsidesOfKafkaStreams() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CommittedStore")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.streams..internals..")
                .check(MARQUEE);
    }
}
