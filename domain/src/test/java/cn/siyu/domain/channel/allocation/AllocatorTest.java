package cn.siyu.domain.channel.allocation;

import static cn.siyu.domain.channel.allocation.CandidateBuilder.account;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.allocation.AllocationDecision.Allocated;
import cn.siyu.domain.channel.allocation.AllocationDecision.Returned;
import cn.siyu.domain.channel.allocation.AllocationDecision.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorTest {
    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final Instant TUESDAY_NIGHT = Instant.parse("2026-03-10T15:00:00Z");
    private static final Visit VISIT = Visit.of("v-1", TUESDAY_NOON);

    @Test
    void saysOfEveryAccountWhyItMayOrMayNotTakeTheVisitor() {
        var decision = Allocator.allocate(
                ContactWay.Rule.WEIGHTED_ROUND_ROBIN,
                List.of(
                        account(1).inactive().build(),
                        account(2).unhealthy().build(),
                        account(3).officeHours().build(),
                        account(4).load(19_998, 20_000, 3, 100, 2).build(),
                        account(5).load(500, 20_000, 97, 100, 3).build(),
                        account(6).overflow().build(),
                        account(7).build()),
                Visit.of("v-1", TUESDAY_NIGHT));

        assertThat(decision).isInstanceOf(Allocated.class);
        assertThat(((Allocated) decision).account()).isEqualTo(new ChannelAccountId(7));
        assertThat(decision.considered().getFirst().verdicts().values())
                .extracting(Verdict::code)
                .containsExactly("INACTIVE", "UNHEALTHY", "OFF_HOURS", "FULL", "DAILY_FULL", "ELSEWHERE", "ELIGIBLE");
        assertThat(decision.considered().getFirst().verdicts().get(new ChannelAccountId(5)))
                .satisfies(verdict -> assertThat(verdict.numbers())
                        .containsEntry("addedToday", 97)
                        .containsEntry("held", 3)
                        .containsEntry("dailyCap", 100));
    }

    @Test
    void prefersTheStoreThenWidensThenOverflowsThenWaits() {
        List<Candidate> all = List.of(
                account(1).in(10, 5, 1).build(),
                account(2).in(11, 5, 1).build(),
                account(3).in(20, 6, 1).build(),
                account(4).in(1).overflow().build());
        Visit atStore10 =
                new Visit("v", TUESDAY_NOON, List.of(new DepartmentId(10), new DepartmentId(5)), List.of(), Set.of());

        assertThat(tierOf(all, atStore10)).isEqualTo(new Tier.Wanted(new DepartmentId(10)));
        Visit without1 = atStore10.without(new ChannelAccountId(1));
        assertThat(tierOf(all, without1)).isEqualTo(new Tier.Wanted(new DepartmentId(5)));
        Visit without2 = without1.without(new ChannelAccountId(2));
        assertThat(tierOf(all, without2)).isEqualTo(new Tier.Anywhere());
        Visit without3 = without2.without(new ChannelAccountId(3));
        assertThat(tierOf(all, without3)).isEqualTo(new Tier.Overflow());

        var waiting = Allocator.allocate(
                ContactWay.Rule.WEIGHTED_ROUND_ROBIN, all, without3.without(new ChannelAccountId(4)));

        assertThat(waiting).isInstanceOf(Waiting.class);
        assertThat(waiting.considered()).hasSize(4);
        assertThat(waiting.considered().getLast().verdicts().values())
                .extracting(Verdict::code)
                .containsExactly("ELSEWHERE", "ELSEWHERE", "ELSEWHERE", "TAKEN_MEANWHILE");
    }

    @Test
    void leadsWhoReturnsBackToWhomTheyKnowEvenIfFull() {
        Visit returning = new Visit(
                "v", TUESDAY_NOON, List.of(), List.of(new ChannelAccountId(9), new ChannelAccountId(2)), Set.of());

        var decision = Allocator.allocate(
                ContactWay.Rule.WEIGHTED_ROUND_ROBIN,
                List.of(
                        account(1).build(),
                        account(2).load(20_000, 20_000, 0, 100, 0).build()),
                returning);

        assertThat(decision).isEqualTo(new Returned(new ChannelAccountId(2)));
    }

    @Test
    void doesNotLeadBackToAnAccountThatIsGone() {
        Visit returning = new Visit("v", TUESDAY_NOON, List.of(), List.of(new ChannelAccountId(2)), Set.of());

        var decision = Allocator.allocate(
                ContactWay.Rule.WEIGHTED_ROUND_ROBIN,
                List.of(account(1).build(), account(2).inactive().build()),
                returning);

        assertThat(((Allocated) decision).account()).isEqualTo(new ChannelAccountId(1));
    }

    @Test
    void weighsByWhatIsLeftTodayUnlessAWeightIsSet() {
        var decision = (Allocated) Allocator.allocate(
                ContactWay.Rule.WEIGHTED_ROUND_ROBIN,
                List.of(
                        account(1).load(0, 20_000, 90, 100, 5).build(),
                        account(2)
                                .load(0, 20_000, 0, 100, 0)
                                .weight(7)
                                .currentWeight(-3)
                                .build()),
                VISIT);

        // 5 left against a balance of −3 + 7
        assertThat(decision.account()).isEqualTo(new ChannelAccountId(1));
        assertThat(decision.currentWeights())
                .containsEntry(new ChannelAccountId(1), 5L - 12)
                .containsEntry(new ChannelAccountId(2), 4L);
    }

    @Test
    void leastLoadedFillsTheEmptiestForItsSize() {
        var decision = (Allocated) Allocator.allocate(
                ContactWay.Rule.LEAST_LOADED,
                List.of(
                        account(1).load(500, 1_000, 0, 100, 0).build(),
                        account(2).load(4_000, 10_000, 0, 100, 0).build(),
                        account(3).load(3_000, 5_000, 0, 100, 0).build()),
                VISIT);

        assertThat(decision.account()).isEqualTo(new ChannelAccountId(2));
        assertThat(decision.currentWeights()).isEmpty();
    }

    @Test
    void equallyLoadedAccountsShareVisitorsByHash() {
        List<Candidate> equal = List.of(account(1).build(), account(2).build());
        long first = 0;
        for (int visitor = 0; visitor < 1_000; visitor++) {
            var decision = (Allocated)
                    Allocator.allocate(ContactWay.Rule.LEAST_LOADED, equal, Visit.of("v" + visitor, TUESDAY_NOON));
            first += decision.account().value() == 1 ? 1 : 0;
        }
        assertThat(first).isBetween(430L, 570L);
    }

    @Test
    void stickyKeepsAVisitorWhileTheDayFillsUp() {
        var morning = List.of(account(1).build(), account(2).build(), account(3).build());
        var evening = List.of(
                account(1).load(900, 20_000, 99, 100, 0).build(),
                account(2).load(50, 20_000, 10, 100, 3).build(),
                account(3).build());

        for (int visitor = 0; visitor < 200; visitor++) {
            Visit visit = Visit.of("v" + visitor, TUESDAY_NOON);
            assertThat(((Allocated) Allocator.allocate(ContactWay.Rule.STICKY, evening, visit)).account())
                    .isEqualTo(((Allocated) Allocator.allocate(ContactWay.Rule.STICKY, morning, visit)).account());
        }
    }

    /// AL-6.
    @ParameterizedTest
    @EnumSource
    void nobodyIsEverLeftWithoutAnAnswer(ContactWay.Rule rule) {
        assertThat(Allocator.allocate(rule, List.of(), VISIT)).isInstanceOf(Waiting.class);
    }

    /// AL-5 and AL-6, with a keeper who takes places by a conditional update and asks again when
    /// one is gone.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void capsHoldAndEverybodyGetsAnAccountOrAReason(long seed) throws InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var places = new Places(random.nextInt(2, 6), random.nextInt(5, 40));
        int visitors = 240;
        List<Thread> threads = java.util.stream.IntStream.range(0, 6)
                .mapToObj(worker -> Thread.ofPlatform().start(() -> {
                    for (int visitor = worker; visitor < visitors; visitor += 6) {
                        places.take(Visit.of("v" + visitor, TUESDAY_NOON));
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(places.overfull()).isFalse();
        assertThat(places.served() + places.waiting()).isEqualTo(visitors);
        assertThat(places.served()).isEqualTo(Math.min(visitors, places.capacity()));
    }

    private static Tier tierOf(List<Candidate> all, Visit visit) {
        return ((Allocated) Allocator.allocate(ContactWay.Rule.WEIGHTED_ROUND_ROBIN, all, visit)).tier();
    }
}
