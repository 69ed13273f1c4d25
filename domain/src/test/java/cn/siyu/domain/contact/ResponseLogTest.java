package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.contact.SendResponse.Answered;
import cn.siyu.domain.contact.SendResponse.Ignored;
import cn.siyu.domain.contact.SendResponse.Open;
import cn.siyu.domain.contact.SendResponse.Unobserved;
import cn.siyu.domain.trust.evidence.IgnoredStreak;
import cn.siyu.domain.trust.evidence.ObservedSend;
import cn.siyu.domain.trust.policy.StreakRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseLogTest {
    private static final Duration WINDOW = Duration.ofDays(3);
    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    @Test
    void growsWithEveryWindowThatClosesInSilence() {
        var streak = streak(100, sends(0, 7, 17, 24, 40));

        assertThat(streak.ignoredInARow()).isEqualTo(5);
        assertThat(streak.entries())
                .extracting(ResponseLog.Entry::response)
                .containsExactly(new Ignored(1), new Ignored(2), new Ignored(3), new Ignored(4), new Ignored(5));
    }

    @Test
    void tellsTrustWhatWasSeen() {
        var blind = new SentMarketing(2, START.plus(Duration.ofDays(7)), false);
        List<SentMarketing> sends = new ArrayList<>(sends(0, 17, 30));
        sends.add(blind);

        assertThat(streak(31, sends, START.plusSeconds(60)).observed())
                .extracting(ObservedSend::response)
                .containsExactly(
                        ObservedSend.Response.ANSWERED,
                        ObservedSend.Response.UNOBSERVED,
                        ObservedSend.Response.SILENT,
                        ObservedSend.Response.SILENT);
    }

    /// What trust derives from the log is the row the governor goes by, unless the customer acted
    /// outside a window.
    @Test
    void agreesWithTrustAboutTheRow() {
        var log = streak(100, sends(0, 7, 17, 24, 40), START.plus(Duration.ofDays(8)));

        assertThat(IgnoredStreak.of(log.observed(), new StreakRule(WINDOW, 3), START.plus(Duration.ofDays(100)))
                        .length())
                .isEqualTo(log.ignoredInARow())
                .isEqualTo(3);
    }

    @Test
    void anAnswerInsideTheWindowEndsIt() {
        var streak = streak(100, sends(0, 7, 17), START.plus(Duration.ofDays(9)));

        assertThat(streak.entries())
                .extracting(ResponseLog.Entry::response)
                .containsExactly(new Ignored(1), new Answered(), new Ignored(1));
        assertThat(streak.ignoredInARow()).isEqualTo(1);
    }

    @Test
    void anAnswerAtTheVeryEndOfTheWindowComesTooLateForTheSendButEndsTheStreak() {
        var streak = streak(100, sends(0), START.plus(WINDOW));

        assertThat(streak.entries()).extracting(ResponseLog.Entry::response).containsExactly(new Ignored(1));
        assertThat(streak.ignoredInARow()).isZero();
    }

    @Test
    void whatCouldNotBeSeenChangesNothing() {
        var blind = new SentMarketing(2, START.plus(Duration.ofDays(7)), false);
        List<SentMarketing> sends = new ArrayList<>(sends(0, 17));
        sends.add(blind);

        var streak = streak(100, sends);

        assertThat(streak.entries()).extracting(ResponseLog.Entry::response).contains(new Unobserved());
        assertThat(streak.ignoredInARow()).isEqualTo(2);
    }

    @Test
    void anOpenWindowIsNotYetSilence() {
        var streak = streak(2, sends(0));

        assertThat(streak.entries()).extracting(ResponseLog.Entry::response).containsExactly(new Open());
        assertThat(streak.ignoredInARow()).isZero();
    }

    @Test
    void aLateAnswerTakesBackWhatFollowedFromItsSilence() {
        var before = streak(100, sends(0, 7, 17));
        var after = streak(100, sends(0, 7, 17), START.plus(Duration.ofDays(8)));

        assertThat(before.entries())
                .extracting(ResponseLog.Entry::response)
                .containsExactly(new Ignored(1), new Ignored(2), new Ignored(3));
        assertThat(after.entries())
                .extracting(ResponseLog.Entry::response)
                .containsExactly(new Ignored(1), new Answered(), new Ignored(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSameInWhateverOrderThingsWereLearned(long seed) {
        Random random = new Random(seed);
        List<SentMarketing> sends = new ArrayList<>();
        List<Instant> actions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sends.add(new SentMarketing(i, START.plus(Duration.ofHours(random.nextInt(2000))), random.nextBoolean()));
        }
        for (int i = 0; i < 4; i++) {
            actions.add(START.plus(Duration.ofHours(random.nextInt(2200))));
        }
        Instant now = START.plus(Duration.ofHours(2100));
        var expected = ResponseLog.of(sends, actions, WINDOW, now);
        Collections.shuffle(sends, random);
        Collections.shuffle(actions, random);

        assertThat(ResponseLog.of(sends, actions, WINDOW, now)).isEqualTo(expected);
    }

    private static ResponseLog streak(int dayNow, List<SentMarketing> sends, Instant... actions) {
        return ResponseLog.of(sends, List.of(actions), WINDOW, START.plus(Duration.ofDays(dayNow)));
    }

    private static List<SentMarketing> sends(int... days) {
        List<SentMarketing> sends = new ArrayList<>();
        for (int day : days) {
            sends.add(new SentMarketing(100 + day, START.plus(Duration.ofDays(day)), true));
        }
        return sends;
    }
}
