package cn.siyu.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random weeks: plans, calls that fail in every way, deaths, late confirmations, losses. The far
/// side keeps its own book of who got what and when; caps and quotas are counted there.
class ContactInterleavingTest {
    private static final int CUSTOMERS = 6;
    private static final int STEPS = 120;

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 60).boxed().toList();
    }

    /// When each task appeared on the far side.
    private final Map<String, Instant> created = new LinkedHashMap<>();

    @ParameterizedTest
    @MethodSource("seeds")
    void neverPassesACapAQuotaOrAnEndWhateverTheInterleaving(long seed) {
        RandomGenerator random = new Random(seed);
        var world = new ContactWorld();
        world.policies = world.policies.withoutGap().perMonth(3).platform("PER_MONTH 4", "PER_DAY 1");
        var customers = world.newCustomers(CUSTOMERS);
        for (int step = 0; step < STEPS; step++) {
            int before = world.farSide.taskIds().size();
            boolean paused = world.pausedSops.contains(ContactWorld.SOP);
            try {
                step(world, customers, random);
            } catch (KillPoints.Killed _) {
                world.restart();
            }
            if (paused) {
                assertThat(world.farSide.taskIds()).as("made while paused").hasSize(before);
            }
            world.farSide.taskIds().forEach(task -> created.putIfAbsent(task, world.now()));
        }
        finish(world);
        customers.forEach(customer -> assertWithinLimits(world, customer));
    }

    private void step(ContactWorld world, List<Reach> customers, RandomGenerator random) {
        var customer = customers.get(random.nextInt(customers.size()));
        switch (random.nextInt(14)) {
            case 0, 1, 2 ->
                world.plan(customers.stream()
                        .filter(_ -> random.nextBoolean())
                        .map(each -> random.nextInt(4) == 0 ? world.service(each) : world.marketing(each))
                        .toList());
            case 3, 4 -> world.dispatchAll();
            case 5 -> world.farSide.failNext(fault(random));
            case 6 -> world.advance(Duration.ofMinutes(1 + random.nextInt(20 * 60)));
            case 7 -> confirm(world, random);
            case 8 -> world.poll();
            case 9 -> world.dieAt(KillPoints.at(1 + random.nextInt(30)));
            case 10 -> {
                world.restart();
                world.replan();
            }
            case 11 -> world.pauseSop();
            case 12 -> world.resumeSop();
            default -> world.cancel(customer);
        }
    }

    private static Fault fault(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Fault.AnswerLost();
            case 1 -> new Fault.RequestLost();
            case 2 -> new Fault.Refused(NotDoneReason.THROTTLED);
            default -> new Fault.Refused(NotDoneReason.INVALID);
        };
    }

    private static void confirm(ContactWorld world, RandomGenerator random) {
        var tasks = world.farSide.taskIds();
        if (!tasks.isEmpty()) {
            world.farSide.staffConfirms(tasks.get(random.nextInt(tasks.size())), ContactWorld.STAFF);
        }
    }

    private void finish(ContactWorld world) {
        world.restart();
        world.resumeSop();
        for (int day = 0; day < 14; day++) {
            world.advance(Duration.ofDays(1));
            world.replan();
            world.dispatchAll();
            world.farSide.taskIds().forEach(task -> created.putIfAbsent(task, world.now()));
            world.poll();
        }
    }

    private void assertWithinLimits(ContactWorld world, Reach customer) {
        Map<LocalDate, Integer> tasksPerDay = new HashMap<>();
        int delivered = 0;
        String recipient = Objects.requireNonNull(customer.link()).recipient();
        var tasks = world.farSide.taskIds();
        for (int i = 0; i < tasks.size(); i++) {
            if (world.farSide.batches().get(i).recipients().contains(recipient)) {
                Instant at = Objects.requireNonNull(created.get(tasks.get(i)));
                tasksPerDay.merge(LocalDate.ofInstant(at, ContactWorld.SHANGHAI), 1, Integer::sum);
                delivered += world.delivered(tasks.get(i)).contains(recipient) ? 1 : 0;
            }
        }
        assertThat(tasksPerDay.values())
                .as("one account, one customer, one a day")
                .allMatch(count -> count == 1);
        assertThat(delivered).as("the platform's quota of the month").isLessThanOrEqualTo(4);
        assertThat(world.deliveredMarketing(customer)).as("the brand's cap").isLessThanOrEqualTo(3);
        var states = world.states(customer);
        assertThat(states).doesNotContain(SendState.INTENT, SendState.PLANNED, SendState.DEFERRED, SendState.SENT);
        assertThat(states.stream().filter(state -> state == SendState.DELIVERED).count())
                .as("what was delivered is known, but for what is unknown")
                .isBetween(delivered - count(states, SendState.UNKNOWN), (long) delivered);
    }

    private static long count(List<SendState> states, SendState which) {
        return states.stream().filter(state -> state == which).count();
    }
}
