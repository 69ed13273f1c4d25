package cn.siyu.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Measures the packaged product and writes a page with the figures: `./dev bench [startup
/// callbacks customers wave
/// sync]`.
public final class Benchmarks {
    private static final int RUNS = Integer.getInteger("siyu.bench.runs", 3);
    private static final int WAVE = 100_000;
    /// Every fifth has two relationships: 200,000 in all.
    private static final int TAKEN_OVER = 166_667;

    private final ProductProcess.Launch plain;
    private final Path cache;
    private final Path scratch;
    private final List<String> page = new ArrayList<>();
    private int homes;

    private Benchmarks(ProductProcess.Launch plain, Path cache, Path scratch) {
        this.plain = plain;
        this.cache = cache;
        this.scratch = scratch;
    }

    /// Arguments: the packaged product, its start-up cache, the page to write, the options of
    /// the Java machine in one
    /// argument, then what to measure (nothing: everything).
    public static void main(String[] args) throws Exception {
        var launch =
                new ProductProcess.Launch(Path.of(args[0]), Arrays.asList(args[3].split(" +", -1)), Map.of(), Map.of());
        Set<String> wanted = new TreeSet<>(Arrays.asList(args).subList(4, args.length));
        var scratch = Files.createTempDirectory("siyu-bench");
        try {
            var benchmarks = new Benchmarks(launch, Path.of(args[1]), scratch);
            benchmarks.measure(wanted);
            if (wanted.isEmpty()) {
                Files.writeString(Path.of(args[2]), String.join("\n", benchmarks.page) + "\n");
            }
        } finally {
            try (var files = Files.walk(scratch)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void measure(Set<String> wanted) throws Exception {
        say("# Benchmarks");
        say("");
        say("Made by `./dev bench` on " + LocalDate.now(ZoneOffset.UTC)
                + ". Client, database, simulator and product share the machine; medians of " + RUNS
                + " runs unless said.");
        say("");
        Machine.lines().forEach(this::say);
        if (wanted.isEmpty() || wanted.contains("startup")) {
            startUp();
        }
        if (wanted.isEmpty() || wanted.contains("callbacks")) {
            callbacks();
        }
        if (wanted.isEmpty() || wanted.contains("customers")) {
            customers();
        }
        if (wanted.isEmpty() || wanted.contains("wave")) {
            wave();
        }
        if (wanted.isEmpty() || wanted.contains("sync")) {
            sync();
        }
    }

    private void startUp() throws IOException, InterruptedException {
        table("Start-up and idle memory", "start | median until healthy | fastest, slowest of 10 | idle memory");
        var alone = Map.of("siyu.sandbox.enabled", "false");
        startUp("without sandbox", plain.jvm(), alone);
        startUp("with sandbox and simulator", plain.jvm(), Map.of());
        if (Files.exists(cache)) {
            var jvm = new ArrayList<>(plain.jvm());
            jvm.add("-XX:AOTCache=" + cache);
            startUp("without sandbox, AOT cache", jvm, alone);
            startUp("with sandbox and simulator, AOT cache", jvm, Map.of());
        } else {
            say("| with AOT cache | not measured: no cache, `./dev aot` makes it | | |");
        }
    }

    private void startUp(String name, List<String> jvm, Map<String, String> settings)
            throws IOException, InterruptedException {
        var result = StartUp.measure(new ProductProcess.Launch(plain.jar(), jvm, settings, Map.of()), home(), 10);
        say("| %s | %d ms | %d, %d ms | %d MB |"
                .formatted(
                        name,
                        result.median().toMillis(),
                        result.times().getFirst().toMillis(),
                        result.times().getLast().toMillis(),
                        result.idleMemory()));
    }

    private void callbacks() throws Exception {
        table("Callbacks accepted durably", "database | callbacks/s | median | p99 | of the runs");
        for (Store store : stores()) {
            try (store) {
                var runs = new ArrayList<Load.Result>();
                for (int i = 0; i < RUNS; i++) {
                    try (var own = own(store)) {
                        runs.add(Callbacks.measure(own, plain, home(), 20_000, 30_000));
                    }
                }
                runs.sort(Comparator.comparingDouble(Load.Result::perSecond));
                var median = runs.get(RUNS / 2);
                say("| %s | %,.0f | %s | %s | %s |"
                        .formatted(
                                store.name(), median.perSecond(), ms(median.median()), ms(median.p99()), each(runs)));
            }
        }
    }

    private void customers() throws Exception {
        table(
                "Reading a customer, reporting interactions (20,000 customers)",
                "database | GET customer/s | p99 | trust evidence/s | memory after it | of the runs");
        for (Store store : stores()) {
            try (store) {
                var runs = new ArrayList<CustomerCalls.Result>();
                for (int i = 0; i < RUNS; i++) {
                    try (var own = own(store)) {
                        runs.add(CustomerCalls.measure(own, plain, home(), 40_000, 60));
                    }
                }
                runs.sort(Comparator.comparingDouble(run -> run.reads().perSecond()));
                var median = runs.get(RUNS / 2);
                double evidence = runs.stream()
                        .mapToDouble(CustomerCalls.Result::evidencePerSecond)
                        .sorted()
                        .skip(RUNS / 2)
                        .findFirst()
                        .orElseThrow();
                say("| %s | %,.0f | %s | %,.0f | %d MB | %s |"
                        .formatted(
                                store.name(),
                                median.reads().perSecond(),
                                ms(median.reads().p99()),
                                evidence,
                                median.memory(),
                                each(runs.stream()
                                        .map(CustomerCalls.Result::reads)
                                        .toList())));
            }
        }
    }

    private void wave() throws Exception {
        table(
                "A wave of %,d MARKETING sends, from its due moment until WeCom has the last recipient".formatted(WAVE),
                "database | recipients/s | seconds | recipients | memory at its end | of the runs");
        for (Store store : stores()) {
            try (store) {
                var runs = new ArrayList<Wave.Result>();
                for (int i = 0; i < RUNS; i++) {
                    try (var own = own(store)) {
                        runs.add(Wave.measure(own, plain, home(), WAVE));
                    }
                }
                runs.sort(Comparator.comparingDouble(Wave.Result::perSecond));
                var median = runs.get(RUNS / 2);
                say("| %s | %,.0f | %.1f | %,d | %d MB | %s |"
                        .formatted(
                                store.name(),
                                median.perSecond(),
                                median.took().toMillis() / 1e3,
                                median.recipients(),
                                median.memory(),
                                String.join(
                                        ", ",
                                        runs.stream()
                                                .map(run -> "%,.0f".formatted(run.perSecond()))
                                                .toList())));
            }
        }
    }

    private void sync() throws Exception {
        table(
                "First synchronisation of a corp with 200,000 relationships",
                "database | relationships/s | seconds | relationships | seconds of a reconciliation after it | peak memory | of the runs");
        for (Store store : stores()) {
            try (store) {
                var runs = new ArrayList<TakeOver.Result>();
                for (int i = 0; i < RUNS; i++) {
                    try (var own = own(store)) {
                        runs.add(TakeOver.measure(own, plain, home(), TAKEN_OVER));
                    }
                }
                runs.sort(Comparator.comparingDouble(TakeOver.Result::perSecond));
                var median = runs.get(RUNS / 2);
                say("| %s | %,.0f | %.1f | %,d | %.1f | %d MB | %s |"
                        .formatted(
                                store.name(),
                                median.perSecond(),
                                median.took().toMillis() / 1e3,
                                median.relationships(),
                                median.again().toMillis() / 1e3,
                                median.peak(),
                                String.join(
                                        ", ",
                                        runs.stream()
                                                .map(run -> "%,.0f".formatted(run.perSecond()))
                                                .toList())));
            }
        }
    }

    private static List<Store> stores() throws IOException {
        return List.of(new Store.H2(), Store.Postgresql.start());
    }

    /// A database that nobody has used.
    private static Store own(Store store) throws IOException {
        return store instanceof Store.Postgresql ? Store.Postgresql.start() : store;
    }

    private static String each(List<Load.Result> runs) {
        return String.join(
                ", ",
                runs.stream().map(run -> "%,.0f".formatted(run.perSecond())).toList());
    }

    private static String ms(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private Path home() {
        return scratch.resolve("home" + homes++);
    }

    private void table(String title, String columns) {
        say("");
        say("## " + title);
        say("");
        say("| " + columns + " |");
        say("|" + "---|".repeat(columns.split("\\|", -1).length));
    }

    @SuppressWarnings("SystemOut") // it is a command
    private void say(String line) {
        page.add(line);
        System.out.println(line);
    }
}
