package cn.siyu.bootstrap.bench;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A brand that knows nobody hears of very many identities: half of them from WeCom (a contact and
/// its union id), half from a list (a member number and a phone number); and one report for every
/// twenty of them says that a union id and a phone number are one person's. These are drawn by
/// chance, so that some people are joined over several reports, and some reports contradict each
/// other. Everything goes the way of imports and of the take-over of a corp.
final class Overlaps {
    private static final int AT_ONCE = 5_000;
    private static final int ONE_IN = 20;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SEPARATOR = "\t";

    private Overlaps() {}

    /// In which order the reports come.
    enum Order {
        /// First who is there, then what joins them.
        SORTED(0),
        SHUFFLED(1),
        SHUFFLED_AGAIN(2);

        private final long seed;

        Order(long seed) {
            this.seed = seed;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private List<Claim> of(List<Claim> reports) {
            if (seed > 0) {
                Collections.shuffle(reports, new Random(seed));
            }
            return reports;
        }
    }

    /// What came of it.
    ///
    /// @param digest equal if the same identities are the same people's, with the same conflicts
    record Outcome(int people, int merged, int conflicts, String digest) {}

    /// What was measured.
    ///
    /// @param processor the processor time of this process; on H2 it is the database's too
    record Result(int reports, Duration took, Duration processor, Outcome outcome) {}

    static Result measure(Store store, Path home, int identities, Order order)
            throws IOException, InterruptedException, SQLException {
        var settings = new HashMap<>(LiveBrand.settings("http://127.0.0.1:9"));
        settings.putAll(store.settings());
        try (var product = RunningProduct.live(home, settings)) {
            LiveBrand.make(product.api());
            var brand = product.part(Brands.class).all().getFirst().id();
            var reports = order.of(reports(identities));
            var before = processor();
            long began = System.nanoTime();
            take(product, brand, reports);
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Result(reports.size(), took, processor().minus(before), outcome(product));
        }
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void take(RunningProduct product, BrandId brand, List<Claim> reports) {
        var work = product.part(UnitOfWork.class);
        var resolve = product.part(ResolveCustomers.class);
        for (int at = 0; at < reports.size(); at += AT_ONCE) {
            var some = reports.subList(at, Math.min(reports.size(), at + AT_ONCE));
            work.inTransaction(() -> resolve.resolve(brand, some, FIRST));
        }
    }

    private static List<Claim> reports(int identities) {
        var reports = new ArrayList<Claim>();
        for (int i = 0; i < identities / 4; i++) {
            reports.add(report(IdentitySource.PLATFORM, i, contact(i), union(i)));
            reports.add(report(IdentitySource.IMPORT, i, member(i), phone(i)));
        }
        var chance = new Random(7);
        for (int i = 0; i < identities / ONE_IN; i++) {
            reports.add(report(
                    IdentitySource.LOGIN,
                    i,
                    union(chance.nextInt(identities / 4)),
                    phone(chance.nextInt(identities / 4))));
        }
        return reports;
    }

    private static Claim report(IdentitySource source, int second, IdentityKey one, IdentityKey other) {
        return new Claim(List.of(one, other), source, Profile.NONE, FIRST.plusSeconds(second));
    }

    private static IdentityKey contact(int number) {
        return new IdentityKey(IdentityType.EXTERNAL_USERID, LiveBrand.CORP, LiveBrand.contact(number));
    }

    private static IdentityKey union(int number) {
        return new IdentityKey(IdentityType.UNIONID, "", "o6_bmjrPTlm6_2sgVt7hM%08d".formatted(number));
    }

    private static IdentityKey member(int number) {
        return new IdentityKey(IdentityType.MEMBER_ID, "crm", "%09d".formatted(number));
    }

    private static IdentityKey phone(int number) {
        return new IdentityKey(IdentityType.PHONE, "", "+86138%08d".formatted(10_000_000 + number));
    }

    private record Whose(String key, long person) {}

    private static Outcome outcome(RunningProduct product) throws SQLException {
        var all = new ArrayList<Whose>();
        var conflicts = new ArrayList<String>();
        try (var connection = product.database();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery("SELECT i.type, i.id_scope, i.id_value, c.person FROM identity i"
                    + " JOIN customer c ON c.brand = i.brand AND c.id = i.customer")) {
                while (rows.next()) {
                    all.add(new Whose(
                            rows.getString(1) + SEPARATOR + rows.getString(2) + SEPARATOR + rows.getString(3),
                            rows.getLong(4)));
                }
            }
            try (var rows = statement.executeQuery("SELECT a.id_value, b.id_value, x.reason FROM identity_conflict x"
                    + " JOIN identity a ON a.brand = x.brand AND a.id = x.low"
                    + " JOIN identity b ON b.brand = x.brand AND b.id = x.high WHERE x.settled_at IS NULL")) {
                while (rows.next()) {
                    String one = rows.getString(1);
                    String other = rows.getString(2);
                    conflicts.add((one.compareTo(other) < 0 ? one + SEPARATOR + other : other + SEPARATOR + one)
                            + SEPARATOR
                            + rows.getString(3));
                }
            }
        }
        return outcome(product, all, conflicts);
    }

    /// A person's number depends on the order in which identities came; the smallest of its keys
    /// doesn't.
    private static Outcome outcome(RunningProduct product, List<Whose> all, List<String> conflicts) {
        Map<Long, String> names = new HashMap<>();
        all.forEach(one -> names.merge(one.person(), one.key(), (a, b) -> a.compareTo(b) < 0 ? a : b));
        long digest = 0;
        for (Whose one : all) {
            digest += hash(one.key() + SEPARATOR + names.get(one.person()));
        }
        for (String conflict :
                conflicts.stream().sorted(Comparator.naturalOrder()).toList()) {
            digest = digest * 31 + hash(conflict);
        }
        int merged = product.rows("SELECT COUNT(*) AS n FROM customer WHERE person <> id", row -> row.integer("n"))
                .getFirst();
        return new Outcome(names.size(), merged, conflicts.size(), "%016x".formatted(digest));
    }

    /// FNV-1a.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
