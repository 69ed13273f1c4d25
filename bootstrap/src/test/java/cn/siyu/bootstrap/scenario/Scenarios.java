package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Lives through example businesses: `./dev scenario NAME …`, all of them without a name.
public final class Scenarios {
    /// In the order in which they are run.
    static final List<Scenario> ALL = List.of(
            new LuxuryCars(),
            new Hybrid("hybrid-cosmetics", "hybrid-cosmetics", 3000, "value.tier = CORE", 0.02, 2, true),
            new Hybrid("hybrid-cosmetics-in-vain", "unmoved-cosmetics", 3000, "value.tier = CORE", 0.02, 2, false),
            new PaidKnowledge(),
            new RetailChain(),
            new Hybrid("luxury-core", "luxury-core", 800, "value.tier = CORE", 0, 2, true));

    private static final int DAYS = Integer.getInteger("siyu.scenario.days", 60);
    private static final long SEED = Long.getLong("siyu.scenario.seed", 7);
    private static final double SCALE = Double.parseDouble(System.getProperty("siyu.scenario.scale", "1"));

    private Scenarios() {}

    /// Arguments: names of scenarios; none: all.
    public static void main(String[] args) throws Exception {
        var wanted = List.of(args);
        var unknown = wanted.stream()
                .filter(name -> ALL.stream().noneMatch(one -> one.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("no scenario is called " + unknown + "; there are "
                    + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")));
            System.exit(2);
        }
        boolean broken = false;
        for (Scenario scenario : ALL) {
            if (wanted.isEmpty() || wanted.contains(scenario.name())) {
                long began = System.nanoTime();
                var report = run(scenario, new Scenario.Size(DAYS, SCALE, SEED), Map.of());
                System.out.println(report.text(String.format(
                        Locale.ROOT,
                        "%s, %d days, scale %s, seed %d (%.0f s)",
                        scenario.name(),
                        DAYS,
                        SCALE,
                        SEED,
                        (System.nanoTime() - began) / 1e9)));
                broken |= !report.violations().isEmpty();
            }
        }
        System.exit(broken ? 1 : 0);
    }

    /// Runs one in this process, in a home of its own.
    ///
    /// @param database settings of another database than the embedded one
    static Report run(Scenario scenario, Scenario.Size size, Map<String, Object> database)
            throws IOException, InterruptedException {
        var home = Files.createTempDirectory("siyu-scenario");
        var settings = new HashMap<>(scenario.settings(size));
        settings.putAll(database);
        try (var product = RunningProduct.start(home, settings)) {
            return scenario.live(product, size);
        } finally {
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
