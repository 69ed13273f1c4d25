package cn.siyu.domain.trust.evidence;

import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.evidence.ObservedSend.Response.ANSWERED;
import static cn.siyu.domain.trust.evidence.ObservedSend.Response.SILENT;
import static cn.siyu.domain.trust.evidence.ObservedSend.Response.UNOBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.trust.policy.StreakRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredStreakTest {
    private static final StreakRule RULE = new StreakRule(Duration.ofDays(3), 3);

    @Test
    void countsTheSecondOnceTheThirdTwiceAndEachFurtherThreeTimes() {
        var streak = streak(100, SILENT, SILENT, SILENT, SILENT, SILENT);
        assertThat(streak.length()).isEqualTo(5);
        assertThat(streak.ignored())
                .containsExactly(
                        new IgnoredStreak.Ignored(1, 2, 1, day(10)),
                        new IgnoredStreak.Ignored(2, 3, 2, day(17)),
                        new IgnoredStreak.Ignored(3, 4, 3, day(24)),
                        new IgnoredStreak.Ignored(4, 5, 3, day(31)));
    }

    @Test
    void beginsAgainAfterAnAnswer() {
        var streak = streak(100, SILENT, SILENT, ANSWERED, SILENT, SILENT);
        assertThat(streak.length()).isEqualTo(2);
        assertThat(streak.ignored())
                .extracting(IgnoredStreak.Ignored::multiplicity)
                .containsExactly(1, 1);
    }

    @Test
    void passesOverSendsThatNobodyCouldHaveSeenAnswered() {
        var streak = streak(100, SILENT, UNOBSERVED, UNOBSERVED, SILENT);
        assertThat(streak.ignored()).extracting(IgnoredStreak.Ignored::position).containsExactly(2);
    }

    @Test
    void waitsUntilTheWindowHasClosed() {
        assertThat(streak(9.9, SILENT, SILENT).ignored()).isEmpty();
        assertThat(streak(10, SILENT, SILENT).ignored()).hasSize(1);
    }

    @Test
    void retractsAndEmitsWhenALateAnswerBreaksTheRow() {
        var before = streak(100, SILENT, SILENT, SILENT, SILENT);
        var change = before.changeTo(streak(100, SILENT, ANSWERED, SILENT, SILENT));
        assertThat(change.retract())
                .extracting(IgnoredStreak.Ignored::evidenceId)
                .extracting(EvidenceId::value)
                .containsExactly("ignored:1:1", "ignored:2:2", "ignored:3:3");
        assertThat(change.emit())
                .extracting(IgnoredStreak.Ignored::evidenceId)
                .extracting(EvidenceId::value)
                .containsExactly("ignored:3:1");
    }

    @Test
    void changesNothingWhenNothingIsNew() {
        var streak = streak(100, SILENT, SILENT, SILENT);
        assertThat(streak.changeTo(streak)).isEqualTo(new IgnoredStreak.Change(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameInWhateverOrderTheLogIsRead(long seed) {
        var random = new Random(seed);
        var log = new ArrayList<ObservedSend>();
        for (int send = 0; send < 30; send++) {
            var response = List.of(ANSWERED, SILENT, UNOBSERVED).get(random.nextInt(3));
            log.add(new ObservedSend(send, day(random.nextInt(10)), response));
        }
        var expected = IgnoredStreak.of(log, RULE, day(8));
        Collections.shuffle(log, random);
        assertThat(IgnoredStreak.of(log, RULE, day(8))).isEqualTo(expected);
    }

    /// Sends seven days apart, read on a day.
    private static IgnoredStreak streak(double now, ObservedSend.Response... responses) {
        var log = new ArrayList<ObservedSend>();
        for (int send = 0; send < responses.length; send++) {
            log.add(new ObservedSend(send, day(7 * send), responses[send]));
        }
        return IgnoredStreak.of(log, RULE, day(now));
    }
}
