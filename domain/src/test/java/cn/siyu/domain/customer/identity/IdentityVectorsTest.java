package cn.siyu.domain.customer.identity;

import static cn.siyu.domain.customer.IdentitySource.IMPORT;
import static cn.siyu.domain.customer.IdentitySource.LOGIN;
import static cn.siyu.domain.customer.IdentitySource.PLATFORM;
import static cn.siyu.domain.customer.identity.IdentityDecision.Verdict.CANNOT_LINK;
import static cn.siyu.domain.customer.identity.IdentityDecision.Verdict.MUST_LINK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.customer.IdentitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked example of two people, in each of the 120 orders in which its five edges can come.
class IdentityVectorsTest {
    private record Said(String one, String other, IdentitySource source, int second) {}

    private static final List<Said> EDGES = List.of(
            new Said("E1", "U1", PLATFORM, 1),
            new Said("E2", "U2", PLATFORM, 3),
            new Said("U1", "M1", LOGIN, 4),
            new Said("M1", "P1", LOGIN, 5),
            new Said("P1", "U2", IMPORT, 2));

    private static List<List<Said>> orders(List<Said> edges) {
        if (edges.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Said>>();
        for (Said first : edges) {
            var rest = edges.stream().filter(edge -> !edge.equals(first)).toList();
            for (List<Said> order : orders(rest)) {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    private static void inEveryOrder(UnaryOperator<People> then, Set<Set<String>> persons, Set<String> conflicts) {
        var orders = orders(EDGES);
        assertThat(orders).hasSize(120);
        for (List<Said> order : orders) {
            var people = new People();
            order.forEach(edge -> {
                people.said(edge.one(), edge.other(), edge.source(), edge.second());
                people.settle();
            });
            then.apply(people).settle();
            assertThat(people.persons()).as("%s", order).isEqualTo(persons);
            assertThat(people.conflicts()).as("%s", order).isEqualTo(conflicts);
        }
    }

    @Test
    void joinsByTheStrongestSourceAndShowsWhatContradicts() {
        inEveryOrder(people -> people, Set.of(Set.of("E1", "U1", "M1", "P1"), Set.of("E2", "U2")), Set.of("P1–U2"));
    }

    @Test
    void acceptsWhatContradictedWhenTheLinkBeforeItIsRevoked() {
        inEveryOrder(
                people -> people.revoke("U1", "M1"),
                Set.of(Set.of("E1", "U1"), Set.of("E2", "U2", "M1", "P1")),
                Set.of());
    }

    @Test
    void acceptsWhatContradictedWhenAnOperatorKeepsTheLinkApart() {
        inEveryOrder(
                people -> people.decide(CANNOT_LINK, "U1", "M1"),
                Set.of(Set.of("E1", "U1"), Set.of("E2", "U2", "M1", "P1")),
                Set.of());
    }

    @Test
    void leavesApartWhatAnOperatorKeepsApartFromBoth() {
        inEveryOrder(
                people -> people.decide(CANNOT_LINK, "U1", "M1").decide(CANNOT_LINK, "U2", "M1"),
                Set.of(Set.of("E1", "U1"), Set.of("E2", "U2"), Set.of("M1", "P1")),
                Set.of("P1–U2"));
    }

    @Test
    void givesEverythingBackWhenTheDecisionIsTakenBack() {
        inEveryOrder(
                people -> {
                    people.decide(CANNOT_LINK, "U1", "M1").settle();
                    return people.undecide();
                },
                Set.of(Set.of("E1", "U1", "M1", "P1"), Set.of("E2", "U2")),
                Set.of("P1–U2"));
    }

    @ParameterizedTest
    @CsvSource({"E1, E2", "U1, U2", "O1, O2", "M1, M2"})
    void findsTwoOfAKindThatAPersonHasOnceAConflict(String one, String other) {
        var people = new People().said("P1", one, IMPORT, 1).said("P1", other, IMPORT, 2);

        assertThat(people.persons()).containsExactlyInAnyOrder(Set.of("P1", one), Set.of(other));
        assertThat(people.resolve().conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo(IdentityConflict.Reason.TOO_MANY));
    }

    @Test
    void letsAPersonHaveThreePhoneNumbersAndAnyNumberOfWeChatIds() {
        var people = new People();
        for (int i = 1; i <= 4; i++) {
            people.said("U1", "P" + i, LOGIN, i).said("U1", "W" + i, LOGIN, i);
        }

        assertThat(people.persons())
                .containsExactlyInAnyOrder(Set.of("U1", "P1", "P2", "P3", "W1", "W2", "W3", "W4"), Set.of("P4"));
        assertThat(people.conflicts()).containsExactly("P4–U1");
    }

    @ParameterizedTest
    @CsvSource({"U", "M"})
    void takesNothingFromAPhoneNumberThatManyShare(String kind) {
        var people = new People();
        for (int i = 1; i <= 3; i++) {
            people.said(kind + i, "P1", IMPORT, i);
        }
        assertThat(people.persons()).hasSize(3);
        people.said(kind + 4, "P1", IMPORT, 4);

        assertThat(people.persons())
                .containsExactlyInAnyOrder(
                        Set.of(kind + 1), Set.of(kind + 2), Set.of(kind + 3), Set.of(kind + 4), Set.of("P1"));
        assertThat(people.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "U1, PLATFORM, false",
        "U1, IMPORT, false",
        "U1, STAFF, true",
        "U1, LOGIN, true",
        "P1, IMPORT, true",
        "P1, PLATFORM, true",
        "W1, IMPORT, false"
    })
    void joinsAPersonalContactOnlyByAnOperatorAPhoneNumberOrAnInvitation(
            String other, IdentitySource source, boolean joined) {
        var people = new People();
        people.meet("F1");
        people.meet(other);
        people.said("F1", other, source, 1);

        assertThat(people.persons()).hasSize(joined ? 1 : 2);
        assertThat(people.conflicts()).isEmpty();
    }

    @Test
    void putsAnOperatorsDecisionBeforeEverySource() {
        var people = new People()
                .said("E1", "M1", PLATFORM, 1)
                .decide(MUST_LINK, "E1", "M2")
                .decide(CANNOT_LINK, "E1", "P1")
                .said("E1", "P1", PLATFORM, 1);

        assertThat(people.persons()).containsExactlyInAnyOrder(Set.of("E1", "M2"), Set.of("M1"), Set.of("P1"));
        assertThat(people.conflicts()).containsExactly("E1–M1");
    }

    @Test
    void showsADecisionThatCannotBe() {
        var people = new People().decide(MUST_LINK, "M1", "M2");

        assertThat(people.resolve().conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.reason()).isEqualTo(IdentityConflict.Reason.TOO_MANY);
            assertThat(conflict.source()).isEmpty();
        });
    }

    @Test
    void namesAPersonByTheOldestCustomer() {
        var people = new People();
        people.meet("M1");
        people.meet("P1");
        var oldest = people.customerOf("M1");
        var younger = people.customerOf("P1");
        people.said("P1", "M1", IMPORT, 1);
        assertThat(people.customerOf("P1")).isEqualTo(oldest);

        people.decide(CANNOT_LINK, "P1", "M1");
        assertThat(people.customerOf("P1")).isEqualTo(younger);
        assertThat(people.customerOf("M1")).isEqualTo(oldest);
    }

    @Test
    void bearsAnewWhoCameAsPartOfSomebodyElse() {
        var people = new People().said("M1", "P1", IMPORT, 1);
        var together = people.customerOf("P1");
        people.decide(CANNOT_LINK, "M1", "P1").settle();
        var alone = people.customerOf("P1");
        assertThat(alone).isNotEqualTo(together);
        assertThat(people.customerOf("M1")).isEqualTo(together);

        people.undecide().settle();
        assertThat(people.customerOf("P1")).isEqualTo(together);
        people.decide(CANNOT_LINK, "M1", "P1").settle();
        assertThat(people.customerOf("P1")).isEqualTo(alone);
    }
}
