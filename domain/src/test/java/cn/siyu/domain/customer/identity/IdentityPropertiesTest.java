package cn.siyu.domain.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentitySource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for any facts about any people.
class IdentityPropertiesTest {
    private static final String KINDS = "EUOMPFW";
    private static final List<IdentitySource> SOURCES = List.of(IdentitySource.values());

    private static String anybody(Random chance) {
        return KINDS.charAt(chance.nextInt(KINDS.length())) + Integer.toString(1 + chance.nextInt(6));
    }

    private static Consumer<People> anything(Random chance) {
        String one = anybody(chance);
        String other = anybody(chance);
        if (one.equals(other)) {
            return people -> people.meet(one);
        }
        var source = SOURCES.get(chance.nextInt(SOURCES.size()));
        int second = pairwise(one, other, source);
        return switch (chance.nextInt(10)) {
            case 0 -> people -> people.decide(IdentityDecision.Verdict.CANNOT_LINK, one, other);
            case 1 -> people -> people.decide(IdentityDecision.Verdict.MUST_LINK, one, other);
            default -> people -> people.said(one, other, source, second);
        };
    }

    /// The same thing is said at the same time in every order; many times tie.
    private static int pairwise(String one, String other, IdentitySource source) {
        return (one.hashCode() + other.hashCode() + source.name().length()) % 5;
    }

    private static List<Consumer<People>> facts(Random chance) {
        var facts = new ArrayList<Consumer<People>>();
        int many = 5 + chance.nextInt(60);
        for (int i = 0; i < many; i++) {
            facts.add(anything(chance));
        }
        return facts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsTheSamePeopleAndConflictsInWhateverOrderFactsCome(long seed) {
        var chance = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var facts = facts(chance);
            var first = new People();
            facts.forEach(fact -> fact.accept(first));
            Collections.shuffle(facts, chance);
            var second = new People();
            facts.forEach(fact -> {
                fact.accept(second);
                second.settle();
            });

            assertThat(second.persons()).isEqualTo(first.persons());
            assertThat(second.conflicts()).isEqualTo(first.conflicts());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsEveryLimitAndGivesEachCustomerToOnePerson(long seed) {
        var chance = new Random(seed);
        for (int i = 0; i < 30; i++) {
            var people = new People();
            facts(chance).forEach(fact -> {
                fact.accept(people);
                people.settle();
            });
            var resolution = people.resolve();
            var births = new HashSet<CustomerId>();
            for (ResolvedPerson person : resolution.persons()) {
                person.identities().stream()
                        .collect(Collectors.groupingBy(one -> one.key().type(), Collectors.counting()))
                        .forEach((type, count) ->
                                assertThat(count).isLessThanOrEqualTo(IdentityRules.DEFAULT.most(type)));
                var own = person.identities().stream().map(person::birthOf).collect(Collectors.toSet());
                assertThat(own).contains(person.id());
                assertThat(births).doesNotContainAnyElementsOf(own);
                births.addAll(own);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackExactlyWhoWasThereWhenAMergeIsUndone(long seed) {
        var chance = new Random(seed);
        for (int i = 0; i < 30; i++) {
            var people = new People();
            facts(chance).forEach(fact -> {
                fact.accept(people);
                people.settle();
            });
            var before = people.resolve();
            var some = before.persons().get(chance.nextInt(before.persons().size()));
            var others = before.persons().get(chance.nextInt(before.persons().size()));
            if (!some.equals(others)) {
                String one = people.nameOf(some.identities().getFirst().id());
                String other = people.nameOf(others.identities().getFirst().id());
                people.decide(IdentityDecision.Verdict.MUST_LINK, one, other).settle();
                people.takeBackLast().settle();
                assertThat(ids(people.resolve())).isEqualTo(ids(before));
            }
        }
    }

    private static Set<List<Object>> ids(Resolution resolution) {
        return resolution.persons().stream()
                .map(person -> List.<Object>of(
                        person.id(),
                        person.identities().stream().map(Identity::key).toList()))
                .collect(Collectors.toSet());
    }
}
