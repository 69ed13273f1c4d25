package cn.siyu.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule that can't fail protects nothing: each one must catch what was planted against it.
final class RulesCanFailTest {
    private static final Map<List<String>, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    @Test
    void noRuleLacksAPlant() {
        assertThat(Stream.of(Plant.values()).map(Plant::rule)).containsAll(rulesByName());
    }

    @Test
    void noPlantIsAgainstARuleThatIsGone() {
        assertThat(rulesByName())
                .containsAll(Stream.of(Plant.values()).map(Plant::rule).toList());
    }

    @ParameterizedTest
    @EnumSource
    void catchesItsPlant(Plant plant) throws ReflectiveOperationException {
        var found = ruleCalled(plant.rule()).evaluate(planted(plant));

        assertThat(found.hasViolation()).isTrue();
        assertThat(found.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(plant.proof()));
    }

    @ParameterizedTest
    @MethodSource("rulesByName")
    void namesTheDecisionItEnforces(String rule) throws ReflectiveOperationException {
        assertThat(ruleCalled(rule).getDescription()).containsPattern("\\(ADR \\d{4}\\)$");
    }

    @ParameterizedTest
    @EnumSource
    void aPlantIsNoPartOfTheProduct(Plant plant) {
        var option = new WrittenByPeople();

        assertThat(plant.packages().stream().flatMap(name -> Locations.ofPackage(name).stream()))
                .isNotEmpty()
                .noneMatch(option::includes);
    }

    private static JavaClasses planted(Plant plant) {
        return IMPORTED.computeIfAbsent(plant.packages(), new ClassFileImporter()::importPackages);
    }

    private static ArchRule ruleCalled(String name) throws ReflectiveOperationException {
        return (ArchRule) ArchitectureTest.class.getDeclaredField(name).get(null);
    }

    static Set<String> rulesByName() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class)
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
