package cn.siyu.domain.sop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Step SEND =
            new Step.Send(new MaterialId(1), "PRIVATE_CHAT", ContactClass.MARKETING, Duration.ofDays(2), false);

    private static SopDefinition of(Step... steps) {
        return new SopDefinition(new Trigger.Manual(), null, new Holdout(0), List.of(steps), null, Set.of());
    }

    private static Step.WaitUntil until(int day, int hour, int minute) {
        return new Step.WaitUntil(day, LocalTime.of(hour, minute));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void beginsWithTheFirstStepAtOnce() {
        var now = at("2026-03-01T08:00:00Z");

        assertThat(Journey.begin(of(SEND), now, SHANGHAI)).isEqualTo(new Journey.Position(0, now));
    }

    @Test
    void foldsWaitsIntoTheMomentOfTheNextStep() {
        var definition = of(new Step.WaitFor(Duration.ofHours(1)), new Step.WaitFor(Duration.ofDays(1)), SEND);

        assertThat(Journey.begin(definition, at("2026-03-01T08:00:00Z"), SHANGHAI))
                .isEqualTo(new Journey.Position(2, at("2026-03-02T09:00:00Z")));
    }

    @Test
    void waitsForATimeOfDayByTheCalendarOfTheCustomer() {
        // 01:30 on the 2nd in Shanghai, still the 1st in Berlin
        var enrolled = at("2026-03-01T17:30:00Z");

        assertThat(Journey.begin(of(until(1, 10, 0), SEND), enrolled, SHANGHAI).dueAt())
                .isEqualTo(at("2026-03-03T02:00:00Z"));
        assertThat(Journey.begin(of(until(1, 10, 0), SEND), enrolled, BERLIN).dueAt())
                .isEqualTo(at("2026-03-02T09:00:00Z"));
    }

    @Test
    void doesNotWaitForAMomentThatHasPassed() {
        var enrolled = at("2026-03-01T08:00:00Z");

        assertThat(Journey.begin(of(until(0, 10, 0), SEND), enrolled, SHANGHAI).dueAt())
                .isEqualTo(enrolled);
    }

    @Test
    void staysOnTheClockWhereClocksChange() {
        // clocks go forward on 2026-03-29 at 02:00, back on 2026-10-25 at 03:00
        assertThat(Journey.begin(of(until(1, 10, 0), SEND), at("2026-03-28T09:00:00Z"), BERLIN)
                        .dueAt())
                .isEqualTo(at("2026-03-29T08:00:00Z"));
        assertThat(Journey.begin(of(until(1, 2, 30), SEND), at("2026-03-28T09:00:00Z"), BERLIN)
                        .dueAt())
                .isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(Journey.begin(of(until(1, 2, 30), SEND), at("2026-10-24T09:00:00Z"), BERLIN)
                        .dueAt())
                .isEqualTo(at("2026-10-25T00:30:00Z"));
    }

    @Test
    void endsBehindTheLastStepAndItsWaits() {
        var over = at("2026-03-01T08:00:00Z");
        var definition = of(SEND, new Step.WaitFor(Duration.ofDays(7)));

        assertThat(Journey.from(of(SEND), 1, over, over, SHANGHAI)).isEqualTo(new Journey.Position(1, over));
        assertThat(Journey.from(definition, 1, over, over, SHANGHAI))
                .isEqualTo(new Journey.Position(2, at("2026-03-08T08:00:00Z")));
    }

    @Test
    void asksForTheZoneOnlyWhereItMatters() {
        var definition = of(new Step.WaitFor(Duration.ofDays(1)), SEND, until(3, 10, 0), SEND);

        assertThat(Journey.asksForZone(definition, 0)).isFalse();
        assertThat(Journey.asksForZone(definition, 2)).isTrue();
        assertThat(Journey.asksForZone(definition, 3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void neverGoesBackInTimeNorStopsAtAWait(int seed) {
        var random = new Random(seed);
        var definitions = new RandomDefinitions(random);
        var zones = List.of(SHANGHAI, BERLIN, ZoneId.of("America/St_Johns"), ZoneId.of("Australia/Lord_Howe"));
        for (int i = 0; i < 500; i++) {
            var definition = definitions.next();
            var enrolled = at("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_000_000));
            var zone = zones.get(random.nextInt(zones.size()));
            var over = enrolled;
            for (int step = 0; step <= definition.steps().size(); step++) {
                var position = Journey.from(definition, step, over, enrolled, zone);

                assertThat(position.dueAt()).isAfterOrEqualTo(over);
                assertThat(position.step()).isGreaterThanOrEqualTo(step);
                assertThat(definition.step(position.step()).filter(Step.Wait.class::isInstance))
                        .isEmpty();
                over = position.dueAt();
                step = position.step();
            }
        }
    }
}
