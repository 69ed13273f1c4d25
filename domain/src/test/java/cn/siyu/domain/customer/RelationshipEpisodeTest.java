package cn.siyu.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipEpisodeTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void lastsUntilItsEnd() {
        var episodes = RelationshipEpisode.of(List.of(added(3), ended(5), added(7)));

        assertThat(episodes)
                .containsExactly(
                        new RelationshipEpisode(
                                at(3), 1, "shop", new Relationship.Ended(Relationship.By.CUSTOMER, at(5))),
                        new RelationshipEpisode(at(7), 1, "shop", null));
    }

    @Test
    void letsAnEndWaitForItsAdd() {
        assertThat(RelationshipEpisode.of(List.of(ended(5)))).isEmpty();
        assertThat(RelationshipEpisode.of(List.of(ended(5), added(3)))).hasSize(1);
    }

    @Test
    void takesASecondAddAsTheSameEpisode() {
        var episodes = RelationshipEpisode.of(List.of(new RelationshipEvent.Added(at(3), 0, null), added(4)));

        assertThat(episodes).containsExactly(new RelationshipEpisode(at(3), 1, "shop", null));
    }

    @Test
    void endsAnEpisodeThatBeganInTheSameSecond() {
        assertThat(RelationshipEpisode.of(List.of(ended(3), added(3))))
                .singleElement()
                .satisfies(episode -> assertThat(episode.ended()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isTheSameInWhateverOrderEventsCome(long seed) {
        var chance = new Random(seed);
        var events = new ArrayList<RelationshipEvent>();
        for (int i = 0; i < 8; i++) {
            events.add(chance.nextBoolean() ? added(chance.nextInt(20)) : ended(chance.nextInt(20)));
        }
        var expected = RelationshipEpisode.of(events);

        for (int round = 0; round < 50; round++) {
            Collections.shuffle(events, chance);
            assertThat(RelationshipEpisode.of(events)).isEqualTo(expected);
            events.add(events.get(chance.nextInt(events.size())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverJoinsTwoEpisodes(long seed) {
        var chance = new Random(seed);
        var events = new ArrayList<RelationshipEvent>();
        var before = RelationshipEpisode.of(events);
        for (int i = 0; i < 12; i++) {
            events.add(chance.nextBoolean() ? added(chance.nextInt(30)) : ended(chance.nextInt(30)));
            var after = RelationshipEpisode.of(events);
            for (RelationshipEpisode now : after) {
                assertThat(before.stream().filter(was -> now.contains(was.addedAt())))
                        .hasSizeLessThanOrEqualTo(1);
            }
            before = after;
        }
    }

    private static RelationshipEvent added(int second) {
        return new RelationshipEvent.Added(at(second), 1, "shop");
    }

    private static RelationshipEvent ended(int second) {
        return new RelationshipEvent.Ended(at(second), Relationship.By.CUSTOMER);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
