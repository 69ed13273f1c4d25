package cn.siyu.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.SimulatedFarSide;
import cn.siyu.application.engine.port.InMemoryClockAdvances;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AdvanceClockTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final BrandId SANDBOX = new BrandId(1);
    private static final BrandId LIVE = new BrandId(2);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryBrands brands = new InMemoryBrands(store);
    private final List<String> happened = new ArrayList<>();
    private final TreeSet<Instant> product = new TreeSet<>();
    private final TreeSet<Instant> world = new TreeSet<>();
    private boolean worldIsUp = true;
    private final BrandClock clock = new BrandClock(brands, InstantSource.fixed(START));
    private final AdvanceClock advanceClock = new AdvanceClock(
            brands,
            clock,
            new RunDueWork(List.of(new ProductWork()), clock),
            new World(),
            new InMemoryClockAdvances(store),
            new InMemoryIdSource(),
            InstantSource.fixed(START),
            Duration.ofMinutes(1));

    AdvanceClockTest() {
        brands.add(BrandsContract.aBrand(1, "sandbox", START));
        brands.add(BrandsContract.aBrand(2, "live", null));
    }

    @Test
    void stepsBothSidesTogetherFromOneDueMomentToTheNext() {
        product.add(at("00:10:00"));
        world.add(at("00:05:00"));
        world.add(at("02:00:00"));

        var advance = advance(Duration.ofHours(1));

        assertThat(happened).containsExactly("world 00:05", "product 00:10");
        assertThat(advance.state()).isEqualTo(ClockAdvance.State.SUCCEEDED);
        assertThat(clock.now(SANDBOX)).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void letsTheFarSideReactAtOnceToWhatTheProductDid() {
        product.add(at("00:10:00"));
        onProduct = () -> world.add(at("00:10:00"));

        advance(Duration.ofHours(1));

        assertThat(happened).containsExactly("product 00:10", "world 00:10");
    }

    @Test
    void takesMomentsOfOneMinuteTogether() {
        product.add(at("00:10:07"));
        world.add(at("00:10:59"));

        advance(Duration.ofHours(1));

        assertThat(happened).containsExactly("world 00:11", "product 00:11");
    }

    @Test
    void stopsWithAProblemWhenTheFarSideIsAway() {
        worldIsUp = false;

        var advance = advance(Duration.ofHours(1));

        assertThat(advance.state()).isEqualTo(ClockAdvance.State.FAILED);
        assertThat(advance.problem()).contains("UNREACHABLE");
        assertThat(clock.now(SANDBOX)).isEqualTo(START);
    }

    @Test
    void refusesALiveBrandAndSillyDurations() {
        assertThat(advanceClock.handle(new AdvanceClock.Command(LIVE, Duration.ofDays(1))))
                .isInstanceOf(AdvanceClock.Outcome.NotASandbox.class);
        assertThat(advanceClock.handle(new AdvanceClock.Command(SANDBOX, Duration.ZERO)))
                .isInstanceOf(AdvanceClock.Outcome.OutOfRange.class);
        assertThat(advanceClock.handle(new AdvanceClock.Command(SANDBOX, Duration.ofDays(4000))))
                .isInstanceOf(AdvanceClock.Outcome.OutOfRange.class);
    }

    @Test
    void refusesASecondAdvanceWhileOneRuns() {
        advanceClock.handle(new AdvanceClock.Command(SANDBOX, Duration.ofDays(1)));

        assertThat(advanceClock.handle(new AdvanceClock.Command(SANDBOX, Duration.ofDays(1))))
                .isInstanceOf(AdvanceClock.Outcome.StillRunning.class);
    }

    private Runnable onProduct = () -> {};

    private ClockAdvance advance(Duration by) {
        var accepted = (AdvanceClock.Outcome.Accepted) advanceClock.handle(new AdvanceClock.Command(SANDBOX, by));
        return advanceClock.carryOut(accepted.advance());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }

    private void note(String side, Instant now) {
        happened.add(side + " " + now.toString().substring(11, 16));
    }

    private final class ProductWork implements DueWork {
        @Override
        public String name() {
            return "product";
        }

        @Override
        public int runDue(BrandId brand, Instant now, int atMost) {
            var due = product.headSet(now, true);
            if (due.isEmpty()) {
                return 0;
            }
            due.pollFirst();
            note("product", now);
            onProduct.run();
            return 1;
        }

        @Override
        public Optional<Instant> nextDueAt(BrandId brand) {
            return product.stream().findFirst();
        }
    }

    private final class World implements SimulatedFarSide {
        @Override
        public Answer<Optional<Instant>> nextDueAt(String brand) {
            return Answer.done(world.stream().findFirst());
        }

        @Override
        public Answer<Ack> stepTo(String brand, Instant to) {
            if (!worldIsUp) {
                return Answer.notDone(NotDoneReason.UNREACHABLE, "connection refused");
            }
            var due = world.headSet(to, true);
            while (!due.isEmpty()) {
                due.pollFirst();
                note("world", to);
            }
            return Answer.done(Ack.ACK);
        }
    }
}
