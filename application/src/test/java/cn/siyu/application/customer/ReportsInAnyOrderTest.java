package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports that overlap and contradict each other, worked off in whatever order and however many at
/// once.
class ReportsInAnyOrderTest {
    private static final List<IdentityType> TYPES = List.of(IdentityType.values());
    private static final List<IdentitySource> SOURCES =
            List.of(IdentitySource.LOGIN, IdentitySource.STAFF, IdentitySource.IMPORT);

    /// Who is one person, and which links were refused.
    private record World(Set<Set<String>> people, Set<String> conflicts) {}

    private static IdentityKey anybody(Random chance, int of) {
        var type = TYPES.get(chance.nextInt(TYPES.size()));
        int number = chance.nextInt(of);
        return new IdentityKey(
                type,
                switch (type) {
                    case MEMBER_ID -> "crm";
                    case EXTERNAL_USERID -> "corp";
                    case OPENID -> "app";
                    case PERSONAL_CONTACT -> "account";
                    case UNIONID, PHONE, WECHAT_ID -> "";
                },
                type == IdentityType.PHONE ? "+861381%07d".formatted(number + 1) : type + "-" + number);
    }

    private static List<Claim> reports(long seed) {
        var chance = new Random(seed);
        int of = 3 + chance.nextInt(20);
        var reports = new ArrayList<Claim>();
        for (int i = 0; i < 40; i++) {
            var keys = new ArrayList<IdentityKey>();
            for (int k = 0; k <= 1 + chance.nextInt(2); k++) {
                keys.add(anybody(chance, of));
            }
            var other = SOURCES.get(chance.nextInt(SOURCES.size()));
            // an external user id is believed of the platform only
            boolean contact = keys.stream().anyMatch(key -> key.type() == IdentityType.EXTERNAL_USERID);
            var source = contact ? IdentitySource.PLATFORM : other;
            reports.add(new Claim(keys, source, Profile.NONE, NOW.minusSeconds(chance.nextInt(50))));
        }
        return reports;
    }

    private static World worked(List<Claim> reports, int atOnce) {
        var world = new CustomerWorld();
        for (int at = 0; at < reports.size(); at += atOnce) {
            var some = reports.subList(at, Math.min(reports.size(), at + atOnce));
            world.store.inTransaction(() -> world.resolve.resolve(BRAND, some, NOW));
        }
        var all = world.identities.find(
                BRAND, reports.stream().flatMap(claim -> claim.keys().stream()).toList());
        var persons = world.graph.of(
                BRAND, all.values().stream().map(Identity::birthCustomer).toList());
        Map<CustomerId, Set<String>> people = new HashMap<>();
        all.forEach((key, identity) -> people.computeIfAbsent(
                        Objects.requireNonNull(persons.get(identity.birthCustomer())), _ -> new TreeSet<>())
                .add(key.value()));
        Map<IdentityId, String> names = all.values().stream()
                .collect(Collectors.toMap(Identity::id, one -> one.key().value()));
        var conflicts = world.graph.conflicts(BRAND, new Sight.Everything(), 0, 10_000).stream()
                .map(one -> new TreeSet<>(Set.of(
                                        Objects.requireNonNull(
                                                names.get(one.pair().low())),
                                        Objects.requireNonNull(
                                                names.get(one.pair().high()))))
                                .toString()
                        + one.reason())
                .collect(Collectors.toSet());
        return new World(Set.copyOf(people.values()), conflicts);
    }

    /// Fewer words than a comparison of whole worlds.
    private static String difference(World expected, World found) {
        var people = new HashSet<>(expected.people());
        people.removeAll(found.people());
        var conflicts = new HashSet<>(expected.conflicts());
        conflicts.removeAll(found.conflicts());
        return expected.equals(found) ? "" : "missing " + people + " " + conflicts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findTheSamePeople(long seed) {
        var reports = reports(seed);
        var expected = worked(reports, 1);
        var chance = new Random(seed);
        for (int order = 0; order < 10; order++) {
            Collections.shuffle(reports, chance);
            var found = worked(reports, 1 + chance.nextInt(reports.size()));
            assertThat(difference(expected, found)).isEmpty();
        }
    }
}
