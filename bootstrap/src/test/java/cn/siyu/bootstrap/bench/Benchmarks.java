package cn.siyu.bootstrap.bench;

import cn.siyu.bootstrap.ProductProcess;
import cn.siyu.bootstrap.TakenOverCorp;
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

/// Measures the packaged product and writes a page with the figures:
/// `./dev bench [startup callbacks customers worklist wave sync identities kill inherit]`.
public final class Benchmarks {
    private static final int RUNS = Integer.getInteger("siyu.bench.runs", 3);
    private static final int WAVE = 100_000;
    private static final int OPEN_TASKS = 100_000;
    private static final int RELATIONSHIPS = Integer.getInteger("siyu.bench.relationships", 200_000);
    private static final int IDENTITIES = Integer.getInteger("siyu.bench.identities", 1_000_000);
    private static final int KILLS = 3;

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

    /// Arguments: the packaged product, its start-up cache, the page to write, the options of the
    /// Java machine in one argument, then what to measure (nothing: everything).
    public static void main(String[] args) throws Exception {
        var launch = ProductProcess.Launch.packaged(Path.of(args[0]), Arrays.asList(args[3].split(" +", -1)));
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
        if (wanted.isEmpty() || wanted.contains("worklist")) {
            worklist();
        }
        if (wanted.isEmpty() || wanted.contains("wave")) {
            wave();
        }
        if (wanted.isEmpty() || wanted.contains("sync")) {
            sync();
        }
        if (wanted.isEmpty() || wanted.contains("identities")) {
            identities();
        }
        if (wanted.isEmpty() || wanted.contains("kill")) {
            kill();
        }
        if (wanted.isEmpty() || wanted.contains("inherit")) {
            inherit();
        }
    }

    private void startUp() throws IOException, InterruptedException {
        table("Start-up and idle memory", "start | median until healthy | fastest, slowest of 10 | idle memory");
        var alone = Map.of("siyu.sandbox.enabled", "false");
        startUp("without sandbox", plain, alone);
        startUp("with sandbox and simulator", plain, Map.of());
        if (Files.exists(cache)) {
            var cached = plain.with("-XX:AOTCache=" + cache);
            startUp("without sandbox, AOT cache", cached, alone);
            startUp("with sandbox and simulator, AOT cache", cached, Map.of());
        } else {
            say("| with AOT cache | not measured: no cache, `./dev aot` makes it | | |");
        }
    }

    private void startUp(String name, ProductProcess.Launch launch, Map<String, String> settings)
            throws IOException, InterruptedException {
        var result = StartUp.measure(launch.with(settings, Map.of()), home(), 10);
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

    private void worklist() throws Exception {
        table(
                "A page of 20 cards of an operator's worklist, with %,d open tasks (10 operators, 4 readers)"
                        .formatted(OPEN_TASKS),
                "database | pages/s | median | p99 | of the runs");
        for (Store store : stores()) {
            try (store) {
                var runs = new ArrayList<Load.Result>();
                for (int i = 0; i < RUNS; i++) {
                    try (var own = own(store)) {
                        runs.add(Worklists.measure(own, plain, home(), OPEN_TASKS, 20_000));
                    }
                }
                runs.sort(Comparator.comparing(Load.Result::p99));
                var median = runs.get(RUNS / 2);
                say("| %s | %,.0f | %s | %s | %s |"
                        .formatted(
                                store.name(), median.perSecond(), ms(median.median()), ms(median.p99()), each(runs)));
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
                "First synchronisation of a corp with " + "%,d".formatted(RELATIONSHIPS) + " relationships",
                "database | relationships/s | seconds | of processor time of the product | relationships | seconds of a reconciliation that finds nothing"
                        + " | of one that finds 1,000 changes | peak memory of the first, of all | seconds of each run");
        for (Store store : stores()) {
            try (store) {
                var runs = new ArrayList<TakeOver.Result>();
                for (int i = 0; i < RUNS; i++) {
                    try (var own = own(store)) {
                        runs.add(TakeOver.measure(own, plain, home(), TakenOverCorp.customersOf(RELATIONSHIPS)));
                    }
                }
                runs.sort(Comparator.comparingDouble(TakeOver.Result::perSecond));
                var median = runs.get(RUNS / 2);
                say("| %s | %,.0f | %s | %s | %,d | %s | %s | %d MB, %d MB | %s |"
                        .formatted(
                                store.name(),
                                median.perSecond(),
                                seconds(median.took()),
                                seconds(median.processor()),
                                median.relationships(),
                                seconds(median.again()),
                                seconds(median.missed()),
                                median.peak(),
                                median.peakInAll(),
                                String.join(
                                        ", ",
                                        runs.stream()
                                                .map(run -> seconds(run.took()))
                                                .toList())));
            }
        }
    }

    private void identities() throws Exception {
        table(
                "%,d identities in reports of two, 5 in 100 of them overlapping".formatted(IDENTITIES),
                "database | order | seconds | of processor time beside the database | reports/s | people | merged"
                        + " | conflicts | who is who");
        for (Store store : stores()) {
            try (store) {
                for (var order : Overlaps.Order.values()) {
                    try (var own = own(store)) {
                        var run = Overlaps.measure(own, home(), IDENTITIES, order);
                        say("| %s | %s | %s | %s | %,.0f | %,d | %,d | %,d | %s |"
                                .formatted(
                                        store.name(),
                                        order.words(),
                                        seconds(run.took()),
                                        seconds(run.processor()),
                                        run.reports() / (run.took().toMillis() / 1e3),
                                        run.outcome().people(),
                                        run.outcome().merged(),
                                        run.outcome().conflicts(),
                                        run.outcome().digest()));
                    }
                }
            }
        }
    }

    private void kill() throws Exception {
        table(
                "The same, with the process killed (`kill -9`) " + KILLS + " times and started again",
                "database | relationships | seconds, starts included | relationships read");
        for (Store store : stores()) {
            try (store) {
                var one = TakeOver.survive(store, plain, home(), TakenOverCorp.customersOf(RELATIONSHIPS), KILLS);
                say("| %s | %,d | %s | %,d |"
                        .formatted(store.name(), one.relationships(), seconds(one.took()), one.seen()));
            }
        }
    }

    private void inherit() throws Exception {
        int customers = Integer.getInteger("siyu.bench.leaver", 5_000);
        int groups = 40;
        table(
                "A member with %,d customers and %d groups leaves; the process is killed (`kill -9`) %d times on the way"
                        .formatted(customers, groups, KILLS),
                "database | customers, groups taken | refused | seconds for it, starts included | calls for customers, for groups | both sides equal");
        for (Store store : stores()) {
            try (store) {
                var one = Inherit.survive(store, plain, home(), customers, groups, KILLS);
                say("| %s | %,d, %d | %d | %s | %d, %d | yes |"
                        .formatted(
                                store.name(),
                                one.customers(),
                                one.groups(),
                                one.refused(),
                                seconds(one.took()),
                                one.customerCalls(),
                                one.groupCalls()));
            }
        }
    }

    private static List<Store> stores() throws IOException {
        return switch (System.getProperty("siyu.bench.store", "")) {
            case "H2" -> List.of(new Store.H2());
            case "PostgreSQL" -> List.of(Store.Postgresql.start());
            default -> List.of(new Store.H2(), Store.Postgresql.start());
        };
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

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
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
