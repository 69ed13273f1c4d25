package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.customer.DecideIdentities.Between;
import cn.siyu.application.customer.DecideIdentities.Outcome;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityDecision.Verdict;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Through any chain of merges and un-merges every id that a customer ever had says who it is: the
/// oldest of those joined to it now.
class AliasHistoryTest {
    private static final int PEOPLE = 8;

    private record Merge(int one, int other, PublicId decision) {}

    private final CustomerWorld world = new CustomerWorld();
    private final DecideIdentities decide = new DecideIdentities(
            world.store,
            world.clock,
            world.ids,
            world.identities,
            world.customers,
            world.graph,
            world.graph,
            world.join);
    private final List<CustomerId> births =
            IntStream.range(0, PEOPLE).mapToObj(this::appears).toList();
    private final List<Merge> standing = new ArrayList<>();

    private static IdentityKey name(int person) {
        return new IdentityKey(IdentityType.WECHAT_ID, "", "wx-" + person);
    }

    private CustomerId appears(int person) {
        var claim = new Claim(List.of(name(person)), IdentitySource.IMPORT, Profile.NONE, NOW);
        var found = (Resolution.Found) world.store
                .inTransaction(() -> world.resolve.resolve(BRAND, List.of(claim), NOW))
                .getFirst();
        return found.customer();
    }

    private void merge(int one, int other) {
        standing.removeIf(merge -> merge.one() == one && merge.other() == other);
        var outcome = decide.decide(new DecideIdentities.Command(
                BRAND, new Between.Keys(name(one), name(other)), Verdict.MUST_LINK, null, null, false));
        var entry = Objects.requireNonNull(((Outcome.Decided) outcome).decision());
        standing.add(new Merge(one, other, entry.publicId()));
    }

    /// The oldest whom the merges that stand join to each.
    private Map<CustomerId, CustomerId> expected() {
        int[] oldest = IntStream.range(0, PEOPLE).toArray();
        for (int round = 0; round < PEOPLE; round++) {
            for (Merge merge : standing) {
                int least = Math.min(oldest[merge.one()], oldest[merge.other()]);
                oldest[merge.one()] = least;
                oldest[merge.other()] = least;
            }
        }
        var expected = new HashMap<CustomerId, CustomerId>();
        for (int person = 0; person < PEOPLE; person++) {
            expected.put(births.get(person), births.get(oldest[person]));
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyIdSaysWhoItIsAfterEachStep(long seed) {
        var chance = new Random(seed);
        for (int step = 0; step < 60; step++) {
            int one = chance.nextInt(PEOPLE - 1);
            if (standing.isEmpty() || chance.nextInt(5) < 3) {
                merge(one, one + 1 + chance.nextInt(PEOPLE - 1 - one));
            } else {
                var undone = standing.remove(chance.nextInt(standing.size()));
                decide.takeBack(BRAND, undone.decision());
            }
            assertThat(world.graph.of(BRAND, births)).as("step %s", step).isEqualTo(expected());
        }
        while (!standing.isEmpty()) {
            decide.takeBack(BRAND, standing.removeFirst().decision());
        }
        assertThat(world.graph.of(BRAND, births))
                .as("everybody is who they were")
                .allSatisfy((birth, person) -> assertThat(person).isEqualTo(birth));
        assertThat(births)
                .allSatisfy(birth ->
                        assertThat(world.graph.births(BRAND, List.of(birth))).isEqualTo(Map.of(birth, List.of(birth))));
    }
}
