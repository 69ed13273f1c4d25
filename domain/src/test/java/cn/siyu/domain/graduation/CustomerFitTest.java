package cn.siyu.domain.graduation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.graduation.FitVerdict.Advice;
import cn.siyu.domain.graduation.FitVerdict.Criterion;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFitTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final GraduationPolicy POLICY = new GraduationPolicy(
            "PERSONAL_WECHAT",
            new GraduationPolicy.Value(Duration.ofDays(365), .9, .6, .5),
            new GraduationPolicy.Graduate(.5, 2, Duration.ofDays(60), .3, Duration.ofDays(90), 30),
            new GraduationPolicy.WinBack(Duration.ofDays(180), 1),
            new GraduationPolicy.Report(10, 1000));
    private static final CustomerFit FIT =
            new CustomerFit(POLICY, new ValueScale(NOW, NOW.minus(Duration.ofDays(365)), 100, 300, 500, 1000, "g-1"));

    private static FitFacts live(long value, double social, double confidence, int replies, int complaints) {
        return new FitFacts(value, social, confidence, replies, complaints, false, false, false, null, 0);
    }

    private static FitFacts lost(long value, int daysAgo, boolean blacklisted, int deletions) {
        return new FitFacts(
                value, null, .5, 0, 0, false, blacklisted, false, NOW.minus(Duration.ofDays(daysAgo)), deletions);
    }

    @ParameterizedTest(name = "value {0}, social {1}, confidence {2}, replies {3}, complaints {4}, room {5}: {6}")
    @CsvSource({
        "1000, 50, .3, 0, 0, 1, GRADUATE",
        "1000, 49.9, .3, 2, 0, 1, GRADUATE",
        "999,  90, .9, 9, 0, 1, STAY",
        "1000, 49.9, .9, 1, 0, 1, STAY",
        "1000, 90, .29, 9, 0, 1, STAY",
        "1000, 90, .9, 9, 1, 1, STAY",
        "1000, 90, .9, 9, 0, 0, STAY",
    })
    void graduatesTheValuableTheCloseAndTheKnownIfThereIsRoom(
            long value, double social, double confidence, int replies, int complaints, int room, Advice advice) {
        assertThat(FIT.judge(live(value, social, confidence, replies, complaints), room, NOW)
                        .advice())
                .isEqualTo(advice);
    }

    @ParameterizedTest(name = "value {0}, lost {1} days ago, blacklisted {2}, deleted {3}: {4}")
    @CsvSource({
        "300, 10,  false, 1, WIN_BACK",
        "300, 179, false, 0, WIN_BACK",
        "299, 10,  false, 1, STAY",
        "300, 180, false, 1, STAY",
        "300, 10,  true,  1, STAY",
        "300, 10,  false, 2, STAY",
    })
    void winsBackWhoWasLostLatelyAndIsWorthIt(
            long value, int daysAgo, boolean blacklisted, int deletions, Advice advice) {
        assertThat(FIT.judge(lost(value, daysAgo, blacklisted, deletions), 0, NOW)
                        .advice())
                .isEqualTo(advice);
    }

    @Test
    void leavesAloneWhoIsThereAlreadyOrDoesNotWant() {
        assertThat(FIT.judge(new FitFacts(5000, 90.0, .9, 9, 0, false, false, true, null, 0), 1, NOW)
                        .advice())
                .isEqualTo(Advice.STAY);
        assertThat(FIT.judge(new FitFacts(5000, 90.0, .9, 9, 0, true, false, false, null, 0), 1, NOW)
                        .advice())
                .isEqualTo(Advice.STAY);
    }

    @Test
    void saysEverythingThatWasAskedWithItsNumbers() {
        var verdict = FIT.judge(live(1200, 62, .8, 1, 0), 7, NOW);
        assertThat(verdict.criteria())
                .contains(
                        new Criterion(FitCriterion.VALUE, true, 1200, 1000),
                        new Criterion(FitCriterion.SOCIAL_TRUST, true, .62, .5),
                        new Criterion(FitCriterion.REPLIES, false, 1, 2),
                        new Criterion(FitCriterion.ROOM, true, 7, 1));
        assertThat(verdict.advice()).isEqualTo(Advice.GRADUATE);
    }

    @Test
    void nobodyIsOfTheCoreWhoBoughtNothing() {
        var empty = new ValueScale(NOW, NOW, 0, 0, 0, 0, "g-1");
        assertThat(empty.tier(0)).isEqualTo(ValueTier.OTHER);
        assertThat(empty.tier(1)).isEqualTo(ValueTier.CORE);
        var scale = new ValueScale(NOW, NOW, 9, 1, 500, 1000, "g-1");
        assertThat(scale.tier(999)).isEqualTo(ValueTier.MIDDLE);
        assertThat(scale.tier(499)).isEqualTo(ValueTier.OTHER);
    }

    @Test
    void readsCodesAsPeopleWriteThem() {
        var id = PublicId.of(NOW, 7, 7);
        String token = Tokens.of(id);
        assertThat(token).hasSize(8).isEqualTo(Tokens.of(id));
        assertThat(Tokens.read(" " + token.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + token.substring(4)))
                .contains(token);
        assertThat(Tokens.read("7K3M-9QXU")).isEmpty();
        assertThat(Tokens.read("o1234567")).contains("01234567");
        assertThat(Tokens.read("123")).isEmpty();
    }

    private static Program active() {
        return new Program(
                new ProgramId(1),
                PublicId.of(NOW, 1, 1),
                "p",
                Program.Kind.GRADUATION,
                null,
                new Holdout(0),
                List.of(new ChannelAccountId(1)),
                1,
                null,
                Duration.ofDays(1),
                Program.State.ACTIVE,
                NOW,
                NOW,
                null,
                2,
                NOW,
                NOW);
    }

    @Test
    void aProgramThatEndedNeverRunsAgain() {
        var active = active();
        var ended = active.become(Program.State.ENDED, NOW);
        assertThat(ended.lookAt()).isNull();
        assertThat(ended.endedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> ended.become(Program.State.ACTIVE, NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(active.become(Program.State.PAUSED, NOW)
                        .become(Program.State.ACTIVE, NOW)
                        .lookAt())
                .isEqualTo(NOW);
    }
}
