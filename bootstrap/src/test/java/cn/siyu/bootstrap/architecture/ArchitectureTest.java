package cn.siyu.bootstrap.architecture;

import static cn.siyu.bootstrap.architecture.Places.all;
import static cn.siyu.bootstrap.architecture.Targets.otherPeoples;
import static cn.siyu.bootstrap.architecture.Targets.ours;
import static cn.siyu.bootstrap.architecture.Targets.packages;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls that the compiler can't build. `docs/explanation/architecture.md` has a paragraph for
/// each, in this order; every reason ends in the decision (`docs/adr`) that the rule enforces.
@AnalyzeClasses(packages = Places.PRODUCT, importOptions = WrittenByPeople.class)
@SuppressWarnings("MemberName") // rules are sentences
final class ArchitectureTest {
    @ArchTest
    static final ArchRule the_domain_knows_only_itself_and_values_of_the_jdk = classes()
            .that()
            .resideInAPackage(all(Places.DOMAIN))
            .should()
            .onlyDependOnClassesThat(ours(Places.DOMAIN).or(packages(Places.JDK_OF_VALUES)))
            .because("a rule of the business must be explainable and testable without a framework (ADR 0002)");

    @ArchTest
    static final ArchRule the_application_knows_only_the_domain_itself_and_the_jdk = classes()
            .that()
            .resideInAPackage(all(Places.APPLICATION))
            .should()
            .onlyDependOnClassesThat(ours(Places.DOMAIN, Places.APPLICATION).or(packages(Places.JDK_OF_USE_CASES)))
            .because("a use case runs the same over any database, any channel and no framework (ADR 0002)");

    @ArchTest
    static final ArchRule capabilities_of_the_domain_know_only_those_before_them = classes()
            .that()
            .resideInAPackage(all(Places.DOMAIN))
            .should(new InOrder(Places.DOMAIN, Places.DOMAIN_ORDER))
            .because("a capability can be read, tested and changed with what it stands on (ADR 0017)");

    @ArchTest
    static final ArchRule capabilities_of_the_application_know_only_those_before_them = classes()
            .that()
            .resideInAPackage(all(Places.APPLICATION))
            .should(new InOrder(Places.APPLICATION, Places.APPLICATION_ORDER))
            .because("what follows from a fact is told forward, never called back (ADR 0017)");

    @ArchTest
    static final ArchRule packages_of_the_domain_form_no_circles = slices().matching(Places.EACH_OF_THE_DOMAIN)
            .should()
            .beFreeOfCycles()
            .because("two packages that know each other are one package with two names (ADR 0017)");

    @ArchTest
    static final ArchRule http_knows_the_core_and_no_other_adapter = adapterKnows(Places.HTTP);

    @ArchTest
    static final ArchRule persistence_knows_the_core_and_no_other_adapter = adapterKnows(Places.PERSISTENCE);

    @ArchTest
    static final ArchRule wecom_knows_the_core_and_no_other_adapter = adapterKnows(Places.WECOM);

    @ArchTest
    static final ArchRule web_knows_the_core_and_no_other_adapter = adapterKnows(Places.WEB);

    @ArchTest
    static final ArchRule personal_wechat_knows_the_core_and_nothing_that_could_drive_a_client = classes()
            .that()
            .resideInAPackage(all(Places.PERSONAL))
            .should()
            .onlyDependOnClassesThat(ours(Places.PERSONAL, Places.APPLICATION, Places.DOMAIN)
                    .or(packages(Places.JDK_OF_HANDS))
                    .or(Targets.ofTheLanguage(Places.LANGUAGE_OF_HANDS)))
            .because("people work personal accounts; no process, socket or screen robot may (ADR 0010)");

    @ArchTest
    static final ArchRule the_simulator_knows_nothing_of_the_product = classes()
            .that()
            .resideInAPackage(all(Places.SIMULATOR))
            .should()
            .onlyDependOnClassesThat(ours(Places.SIMULATOR)
                    .or(resideInAnyPackage(Places.SIMULATOR_LIBRARIES.toArray(String[]::new)))
                    .or(resideInAPackage(Places.JSPECIFY)))
            .because("two sides of a wire that share code share their mistakes (ADR 0012)");

    @ArchTest
    static final ArchRule nobody_knows_bootstrap = classes()
            .that()
            .resideOutsideOfPackage(all(Places.BOOTSTRAP))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(all(Places.BOOTSTRAP))))
            .because("the parts must not know how they are put together (ADR 0002)");

    @ArchTest
    static final ArchRule the_core_takes_no_time_id_or_chance_from_the_air = noClasses()
            .that()
            .resideInAnyPackage(all(Places.DOMAIN), all(Places.APPLICATION))
            .should()
            .accessTargetWhere(new Ambient())
            .because("a brand has a clock, and the same seed must give the same run (ADR 0004)");

    @ArchTest
    static final ArchRule ports_are_interfaces_and_values = classes()
            .that()
            .resideInAPackage(Places.PORTS)
            .should(Shapes.be_interfaces_records_enums_or_exceptions())
            .because("whoever writes an adapter implements promises and inherits nothing (ADR 0010)");

    @ArchTest
    static final ArchRule rows_and_stores_are_package_private = classes()
            .that(Shapes.are_rows_or_stores())
            .should()
            .bePackagePrivate()
            .because("the shape of a table is nobody's business but its store's (ADR 0018)");

    @ArchTest
    static final ArchRule controllers_live_in_http_and_in_the_wecom_callback = classes()
            .that()
            .areAnnotatedWith("io.micronaut.http.annotation.Controller")
            .should()
            .resideInAnyPackage(all(Places.HTTP), all(Places.WECOM_CALLBACK))
            .because("there are two doors to guard, not as many as there are modules (ADR 0018)");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is_for = classes()
            .that()
            .resideInAPackage(all(Places.PRODUCT))
            .should(Shapes.have_a_name_with_a_meaning())
            .because("a drawer called after nothing collects everything (ADR 0017)");

    @ArchTest
    static final ArchRule every_package_says_that_null_is_marked = classes()
            .that()
            .resideInAPackage(all(Places.PRODUCT))
            .should(Shapes.live_in_a_null_marked_package())
            .because("absence is part of a type, and checked by the compiler (ADR 0019)");

    private static ArchRule adapterKnows(String place) {
        return classes()
                .that()
                .resideInAPackage(all(place))
                .should()
                .onlyDependOnClassesThat(
                        ours(place, Places.APPLICATION, Places.DOMAIN).or(otherPeoples()))
                .because("an adapter can be taken out and replaced without its neighbours noticing (ADR 0002)");
    }
}
