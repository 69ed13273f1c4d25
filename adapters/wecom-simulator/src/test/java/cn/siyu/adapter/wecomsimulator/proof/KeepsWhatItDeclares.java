package cn.siyu.adapter.wecomsimulator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// After the tests of a class: each has produced the errcodes and called the methods that are
/// declared of it, whatever it asserted itself; a test with parameters in all its runs together.
/// With `-Dsimulator.witness.file=…` it also writes down what every test has seen, which is how the
/// declarations are made.
public final class KeepsWhatItDeclares
        implements BeforeEachCallback, AfterEachCallback, BeforeAllCallback, AfterAllCallback {
    private static final List<Claims.Rule> RULES = Claims.rules();
    private static final List<Claims.Called> CALLS = Claims.calls();
    private static final Map<String, Sighting> SIGHTINGS = new TreeMap<>();

    /// What one test has seen.
    private static final class Sighting {
        private final Set<Witness.Seen> seen = new TreeSet<>();
        private final Set<String> called = new TreeSet<>();
        private boolean failed;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SIGHTINGS.clear();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Witness.forget();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var sighting = SIGHTINGS.computeIfAbsent(name(context), _ -> new Sighting());
        sighting.seen.addAll(Witness.seen());
        sighting.called.addAll(Witness.called());
        sighting.failed |= context.getExecutionException().isPresent();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        write();
        for (var each : SIGHTINGS.entrySet()) {
            if (!each.getValue().failed) {
                check(each.getKey(), each.getValue());
            }
        }
    }

    private static void check(String test, Sighting sighting) {
        for (var rule : RULES) {
            if (rule.test().equals(test)) {
                rule.endpoints().forEach(endpoint -> assertProduced(sighting, rule, endpoint));
            }
        }
        var declared = CALLS.stream()
                .filter(call -> call.test().equals(test))
                .map(Claims.Called::method)
                .toList();
        assertThat(sighting.called).as(test).containsAll(declared);
    }

    /// A rule that holds for every endpoint may be shown at any.
    private static void assertProduced(Sighting sighting, Claims.Rule rule, String endpoint) {
        if (endpoint.startsWith("every")) {
            assertThat(sighting.seen).as(rule.test()).anyMatch(seen -> seen.errcode() == rule.errcode());
        } else {
            assertThat(sighting.seen).as(rule.test()).contains(new Witness.Seen(Claims.path(endpoint), rule.errcode()));
        }
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getName().replaceFirst("^cn\\.siyu\\.adapter\\.wecomsimulator\\.", "")
                + "#" + context.getRequiredTestMethod().getName();
    }

    private static void write() throws IOException {
        var file = System.getProperty("simulator.witness.file", "");
        if (file.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        SIGHTINGS.forEach((test, sighting) -> {
            sighting.seen.forEach(seen -> lines.append("%s|%d|%s%n".formatted(seen.path(), seen.errcode(), test)));
            sighting.called.forEach(method -> lines.append("wxjava|%s|%s%n".formatted(method, test)));
        });
        Files.writeString(Path.of(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
