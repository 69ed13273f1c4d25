package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.customer.port.IdentityGraph.Changes;
import cn.siyu.application.customer.port.IdentityGraph.DecisionEntry;
import cn.siyu.application.customer.port.IdentityGraph.RevocationEntry;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [IdentityGraph] does, and [Persons] beside it.
public interface IdentityGraphContract {
    BrandId BRAND = new BrandId(1);
    BrandId OTHER = new BrandId(2);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    Sight ALL = new Sight.Everything();

    /// The ports on one empty store.
    Ports ports();

    record Ports(IdentityGraph graph, Persons persons, Identities identities, Customers customers) {
        /// Identities with some numbers, each born as the customer of the same number.
        Ports with(long... numbers) {
            for (long number : numbers) {
                customers.add(BRAND, List.of(CustomersContract.aCustomer(number)));
                identities.add(BRAND, List.of(IdentitiesContract.anIdentity(number, key(number), number)));
            }
            return this;
        }

        private static IdentityKey key(long number) {
            return new IdentityKey(IdentityType.MEMBER_ID, "crm", "M" + number);
        }

        void keep(Map<CustomerId, CustomerId> persons, Map<CustomerId, Long> components) {
            graph.keep(BRAND, new Changes(Map.of(), persons, components, Map.of(), List.of(), List.of(), NOW));
        }

        void conflicts(List<IdentityConflict> noted, List<IdentityConflict> settled) {
            graph.keep(BRAND, new Changes(Map.of(), Map.of(), Map.of(), Map.of(), noted, settled, NOW));
        }

        void idle(long number, int above) {
            graph.keep(
                    BRAND,
                    new Changes(Map.of(), Map.of(), Map.of(), Map.of(id(number), above), List.of(), List.of(), NOW));
        }

        Set<IdentityId> around(long... numbers) {
            var wanted =
                    LongStream.of(numbers).mapToObj(IdentityGraphContract::id).toList();
            var found = graph.around(BRAND, wanted).identities();
            return found.stream().map(Identity::id).collect(Collectors.toSet());
        }
    }

    static IdentityId id(long number) {
        return new IdentityId(number);
    }

    static CustomerId birth(long number) {
        return new CustomerId(number);
    }

    static IdentityPair pair(long one, long other) {
        return IdentityPair.of(id(one), id(other));
    }

    static IdentityEdge edge(long one, long other, IdentitySource source, int second) {
        return new IdentityEdge(pair(one, other), source, NOW.plusSeconds(second), false);
    }

    private static IdentityConflict conflict(long number, IdentityPair pair, @Nullable IdentitySource source) {
        return new IdentityConflict(
                number,
                PublicId.of(NOW, number, number),
                pair,
                source == null ? IdentityConflict.Reason.KEPT_APART : IdentityConflict.Reason.TOO_MANY,
                source,
                NOW);
    }

    private static RevocationEntry revocation(long number, IdentityPair pair) {
        return new RevocationEntry(
                number,
                PublicId.of(NOW, number, number),
                pair,
                "录入有误",
                number % 2 == 0 ? null : PublicId.of(NOW, 7, 7),
                NOW);
    }

    private static DecisionEntry decision(long number, IdentityPair pair, IdentityDecision.Verdict verdict) {
        return new DecisionEntry(
                number,
                PublicId.of(NOW, number, number),
                new IdentityDecision(pair, verdict),
                number % 2 == 0 ? null : "同一人",
                number % 2 == 0 ? null : PublicId.of(NOW, 7, 7),
                NOW,
                null);
    }

    @Test
    default void keepsTheEarliestTimeAtWhichASourceSaidSomething() {
        var ports = ports().with(1, 2);
        var graph = ports.graph();

        assertThat(graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 5))))
                .containsExactly(edge(1, 2, IdentitySource.IMPORT, 5));
        assertThat(graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 6))))
                .as("nothing new")
                .isEmpty();
        assertThat(graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 4))))
                .containsExactly(edge(1, 2, IdentitySource.IMPORT, 4));
        ports.keep(Map.of(), Map.of(birth(2), 1L));
        assertThat(graph.around(BRAND, List.of(id(1))).edges()).containsExactly(edge(1, 2, IdentitySource.IMPORT, 4));
        assertThat(graph.add(BRAND, List.of())).isEmpty();
    }

    @Test
    default void tellsSourcesOfOnePairApart() {
        var ports = ports().with(1, 2, 3);
        var graph = ports.graph();
        graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 5)));

        var news = graph.add(
                BRAND,
                List.of(
                        edge(2, 3, IdentitySource.STAFF, 1),
                        edge(1, 2, IdentitySource.PLATFORM, 9),
                        edge(1, 2, IdentitySource.IMPORT, 2)));

        assertThat(news)
                .containsExactlyInAnyOrder(
                        edge(1, 2, IdentitySource.IMPORT, 2),
                        edge(1, 2, IdentitySource.PLATFORM, 9),
                        edge(2, 3, IdentitySource.STAFF, 1));
        ports.keep(Map.of(), Map.of(birth(2), 1L, birth(3), 1L));
        assertThat(graph.around(BRAND, List.of(id(2))).edges()).containsExactlyInAnyOrderElementsOf(news);
    }

    @Test
    default void leavesTakenBackWhatIsSaidAgain() {
        var ports = ports().with(1, 2);
        var graph = ports.graph();
        graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 5)));
        ports.keep(Map.of(), Map.of(birth(2), 1L));

        var first = revocation(31, pair(1, 2));
        assertThat(graph.revoke(OTHER, List.of(first))).isEmpty();
        assertThat(graph.revoke(BRAND, List.of(first, revocation(32, pair(1, 3)))))
                .as("nobody said that 1 and 3 are one person's")
                .containsExactly(first);
        assertThat(graph.revoke(BRAND, List.of(revocation(33, pair(1, 2))))).isEmpty();
        graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 6)));

        assertThat(graph.around(BRAND, List.of(id(1))).edges())
                .containsExactly(new IdentityEdge(pair(1, 2), IdentitySource.IMPORT, NOW.plusSeconds(5), true));
    }

    @Test
    default void listsWhoTookLinksBackAndWhy() {
        var graph = ports().with(1, 2, 3).graph();
        graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 5), edge(2, 3, IdentitySource.LOGIN, 5)));
        var one = revocation(31, pair(1, 2));
        var other = revocation(32, pair(2, 3));

        assertThat(graph.revoke(BRAND, List.of(one, other))).containsExactly(one, other);

        assertThat(graph.revocations(BRAND, ALL, 0, 10)).containsExactly(one, other);
        assertThat(graph.revocations(BRAND, ALL, 31, 10)).containsExactly(other);
        assertThat(graph.revocations(BRAND, ALL, 0, 1)).containsExactly(one);
        assertThat(graph.revocations(OTHER, ALL, 0, 10)).isEmpty();
        assertThat(graph.revoke(BRAND, List.of())).isEmpty();
    }

    @Test
    default void readsTheWholeComponentAndNothingElse() {
        var ports = ports().with(1, 2, 3, 4);
        ports.keep(Map.of(birth(3), birth(1)), Map.of(birth(2), 1L, birth(3), 1L));

        var hood = ports.graph().lock(BRAND, List.of(id(2)));

        assertThat(hood.identities()).extracting(Identity::id).containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(hood.persons()).isEqualTo(Map.of(birth(1), birth(1), birth(2), birth(2), birth(3), birth(1)));
        assertThat(hood.components()).isEqualTo(Map.of(birth(1), 1L, birth(2), 1L, birth(3), 1L));
        assertThat(ports.around(4)).containsExactly(id(4));
        assertThat(ports.graph().around(OTHER, List.of(id(1))).identities()).isEmpty();
        assertThat(ports.around()).isEmpty();
    }

    @Test
    default void tellsWhoBirthCustomersAreAndWhoIsTheSame() {
        var ports = ports().with(1, 2, 3);
        ports.keep(Map.of(birth(2), birth(1)), Map.of());
        var persons = ports.persons();

        assertThat(persons.of(BRAND, List.of(birth(2), birth(3))))
                .isEqualTo(Map.of(birth(2), birth(1), birth(3), birth(3)));
        assertThat(persons.distinct(BRAND, List.of(birth(1), birth(2)))).containsExactly(birth(1));
        var births = persons.births(BRAND, List.of(birth(1), birth(2), birth(3)));
        assertThat(births.get(birth(1))).containsExactlyInAnyOrder(birth(1), birth(2));
        assertThat(births.get(birth(2))).containsExactlyInAnyOrder(birth(1), birth(2));
        assertThat(births.get(birth(3))).containsExactly(birth(3));

        ports.keep(Map.of(birth(2), birth(2)), Map.of());
        assertThat(persons.births(BRAND, List.of(birth(1)))).isEqualTo(Map.of(birth(1), List.of(birth(1))));
    }

    @Test
    default void givesAnIdentityAnotherBirthCustomer() {
        var ports = ports().with(1, 2);

        ports.graph()
                .keep(
                        BRAND,
                        new Changes(Map.of(id(1), birth(2)), Map.of(), Map.of(), Map.of(), List.of(), List.of(), NOW));

        assertThat(ports.identities().of(BRAND, List.of(birth(2))))
                .extracting(Identity::id)
                .containsExactlyInAnyOrder(id(1), id(2));
        assertThat(ports.identities().of(BRAND, List.of(birth(1)))).isEmpty();
    }

    @Test
    default void listsConflictsUntilTheyAreSettledAndAgainWhenTheyComeBack() {
        var ports = ports().with(1, 2, 3);
        var graph = ports.graph();
        var first = conflict(11, pair(1, 2), IdentitySource.IMPORT);
        var second = conflict(12, pair(2, 3), null);
        ports.conflicts(List.of(first, second), List.of());

        assertThat(graph.conflicts(BRAND, ALL, 0, 10)).containsExactly(first, second);
        assertThat(graph.conflicts(BRAND, ALL, 11, 10)).containsExactly(second);
        assertThat(graph.conflicts(BRAND, ALL, 0, 1)).containsExactly(first);
        assertThat(graph.conflicts(OTHER, ALL, 0, 10)).isEmpty();
        assertThat(graph.conflict(BRAND, second.publicId())).contains(second);
        assertThat(graph.around(BRAND, List.of(id(1))).conflicts()).containsExactly(first);

        ports.conflicts(List.of(), List.of(first));
        assertThat(graph.conflicts(BRAND, ALL, 0, 10)).containsExactly(second);
        assertThat(graph.conflict(BRAND, first.publicId())).isEmpty();

        var again = conflict(13, pair(1, 2), IdentitySource.STAFF);
        ports.conflicts(List.of(again), List.of());
        assertThat(graph.conflicts(BRAND, ALL, 0, 10))
                .extracting(IdentityConflict::pair, IdentityConflict::source)
                .containsExactlyInAnyOrder(tuple(pair(1, 2), IdentitySource.STAFF), tuple(pair(2, 3), null));
    }

    @Test
    default void keepsDecisionsAndWhenTheyWereTakenBack() {
        var ports = ports().with(1, 2, 3);
        var graph = ports.graph();
        var link = decision(21, pair(1, 2), IdentityDecision.Verdict.MUST_LINK);
        var apart = decision(22, pair(2, 3), IdentityDecision.Verdict.CANNOT_LINK);
        graph.decide(BRAND, List.of(link, apart));
        ports.keep(Map.of(), Map.of(birth(2), 1L, birth(3), 1L));

        assertThat(graph.decisions(BRAND, ALL, 0, 10)).containsExactly(link, apart);
        assertThat(graph.decisions(BRAND, ALL, 21, 10)).containsExactly(apart);
        assertThat(graph.decisions(BRAND, ALL, 0, 1)).containsExactly(link);
        assertThat(graph.decisionsOn(BRAND, List.of(pair(2, 3), pair(1, 3)))).containsExactly(apart);
        assertThat(graph.around(BRAND, List.of(id(1))).decisions())
                .containsExactlyInAnyOrder(link.decision(), apart.decision());
        assertThat(graph.decision(OTHER, link.publicId())).isEmpty();

        graph.takeBack(BRAND, List.of(link.publicId()), NOW.plusSeconds(1));
        graph.takeBack(BRAND, List.of(link.publicId()), NOW.plusSeconds(2));

        assertThat(graph.decision(BRAND, link.publicId()).orElseThrow().takenBackAt())
                .isEqualTo(NOW.plusSeconds(1));
        assertThat(graph.decisionsOn(BRAND, List.of(pair(1, 2)))).isEmpty();
        assertThat(graph.decisions(BRAND, ALL, 0, 10)).hasSize(2);
        assertThat(graph.around(BRAND, List.of(id(1))).decisions()).containsExactly(apart.decision());
    }

    @Test
    default void leavesOutEdgesAtWhatJoinsNobodyUntilItIsWoken() {
        var ports = ports().with(1, 2, 3);
        var graph = ports.graph();
        graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 1), edge(2, 3, IdentitySource.IMPORT, 1)));
        ports.keep(Map.of(), Map.of(birth(2), 1L, birth(3), 1L));

        ports.idle(2, 3);

        assertThat(graph.idle(BRAND, List.of(id(1), id(2)))).isEqualTo(Map.of(id(2), 3));
        assertThat(graph.idle(OTHER, List.of(id(2)))).isEmpty();
        var hood = graph.around(BRAND, List.of(id(1)));
        assertThat(hood.edges()).isEmpty();
        assertThat(hood.idle()).containsExactly(id(2));
        ports.keep(Map.of(), Map.of(birth(2), 2L, birth(3), 3L));
        assertThat(ports.around(1, 2)).containsExactlyInAnyOrder(id(1), id(2));

        graph.wake(BRAND, List.of(id(2)));

        assertThat(graph.idle(BRAND, List.of(id(2)))).isEmpty();
        assertThat(ports.around(3)).containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(graph.around(BRAND, List.of(id(1))).edges()).hasSize(2);
    }

    @Test
    default void wakesWhatJoinedNobodyWhenAnEdgeOfItIsTakenBack() {
        var ports = ports().with(1, 2, 3);
        var graph = ports.graph();
        graph.add(BRAND, List.of(edge(1, 2, IdentitySource.IMPORT, 1), edge(2, 3, IdentitySource.IMPORT, 1)));
        ports.idle(2, 3);

        assertThat(graph.awake(BRAND, List.of(id(2))).edges()).hasSize(2);
        assertThat(graph.awake(BRAND, List.of(id(2))).idle()).isEmpty();
        assertThat(graph.idle(BRAND, List.of(id(2)))).as("only as if").hasSize(1);

        graph.revoke(BRAND, List.of(revocation(31, pair(1, 2))));

        assertThat(graph.idle(BRAND, List.of(id(2)))).isEmpty();
        assertThat(ports.around(1)).containsExactlyInAnyOrder(id(1), id(2), id(3));
    }
}
