package cn.siyu.application.intake.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.application.intake.Synchronization.Kind;
import cn.siyu.application.intake.Synchronization.Progress;
import cn.siyu.application.intake.SynchronizationPart;
import cn.siyu.application.intake.SynchronizationPart.Count;
import cn.siyu.application.intake.SynchronizationPart.State;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Synchronizations] does.
public interface SynchronizationsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    PublicId KEY = PublicId.of(NOW, 77, 77);

    /// Without any.
    Synchronizations synchronizations();

    static Synchronization aRun(long id, String connection) {
        return new Synchronization(
                id,
                PublicId.of(NOW, id, id),
                "WECOM",
                connection,
                Kind.INITIAL,
                Synchronization.State.RUNNING,
                KEY,
                null,
                null,
                NOW.plusSeconds(id),
                null);
    }

    static SynchronizationPart aPart(long run, long account, State state, @Nullable Instant dueAt, int version) {
        return new SynchronizationPart(
                run,
                new ChannelAccountId(account),
                state,
                "cursor",
                2,
                dueAt,
                new Count(100, 90, 5, 1),
                "UNANSWERED: time-out",
                version);
    }

    @Test
    default void remembersRunsAndTheirParts() {
        var all = synchronizations();
        var run = aRun(1, "app");
        var part = aPart(1, 5, State.READING, NOW, 1);
        var failed = aPart(1, 6, State.FAILED, null, 1);
        all.add(BRAND, run, List.of(part, failed));

        assertThat(all.byPublicId(BRAND, run.publicId())).contains(run);
        assertThat(all.find(BRAND, 1)).contains(run);
        assertThat(all.find(new BrandId(2), 1)).isEmpty();
        assertThat(all.parts(BRAND, 1, 0, false, 10)).containsExactly(part, failed);
        assertThat(all.parts(BRAND, 1, 5, false, 10)).containsExactly(failed);
        assertThat(all.part(BRAND, 1, part.account())).contains(part);
        assertThat(all.progress(BRAND, List.of(1L, 9L)))
                .isEqualTo(Map.of(1L, new Progress(2, 0, 1, new Count(200, 180, 10, 2))));
        all.unmatched(BRAND, 1, 3);
        assertThat(all.find(BRAND, 1))
                .hasValueSatisfying(found -> assertThat(found.unmatched()).isEqualTo(3));
    }

    @Test
    default void showsWhatCannotGoOnWhileItRunsAndWhatFailed() {
        var all = synchronizations();
        var stuck = aPart(1, 5, State.READING, NOW, 1);
        var fine =
                new SynchronizationPart(1, new ChannelAccountId(6), State.READING, null, 0, NOW, Count.NONE, null, 1);
        var failed = aPart(1, 7, State.FAILED, null, 1);
        var done = aPart(1, 8, State.SUCCEEDED, null, 1);
        all.add(BRAND, aRun(1, "app"), List.of(stuck, fine, failed, done));

        assertThat(all.parts(BRAND, 1, 0, true, 10)).containsExactly(stuck, failed);
        assertThat(all.parts(BRAND, 1, 5, true, 10)).containsExactly(failed);
        assertThat(all.parts(BRAND, 1, 0, true, 1)).containsExactly(stuck);
    }

    @Test
    default void letsOneOfAConnectionRunAtATime() {
        var all = synchronizations();
        all.add(BRAND, aRun(1, "app"), List.of());
        all.add(BRAND, aRun(2, "other"), List.of());
        all.add(new BrandId(2), aRun(3, "app"), List.of());

        assertThatThrownBy(() -> all.add(BRAND, aRun(4, "app"), List.of())).isInstanceOf(AlreadyExists.class);

        all.end(BRAND, 1, Synchronization.State.FAILED, "nothing could be read", NOW);
        all.add(BRAND, aRun(5, "app"), List.of());
        assertThat(all.newest(BRAND, Long.MAX_VALUE, 2))
                .extracting(Synchronization::id)
                .containsExactly(5L, 2L);
        assertThat(all.newest(BRAND, 2, 2)).extracting(Synchronization::id).containsExactly(1L);
        assertThat(all.latest(BRAND, "app")).contains(aRun(5, "app"));
        assertThat(all.latest(BRAND, "none")).isEmpty();
    }

    @Test
    default void tellsWhenTheFirstOneSucceeded() {
        var all = synchronizations();
        for (long id = 1; id <= 3; id++) {
            all.add(BRAND, aRun(id, "app"), List.of());
            assertThat(all.firstSuccess(BRAND, "app"))
                    .isEqualTo(id < 3 ? Optional.empty() : all.find(BRAND, 2).map(Synchronization::startedAt));
            all.end(BRAND, id, id == 1 ? Synchronization.State.FAILED : Synchronization.State.SUCCEEDED, null, NOW);
        }
        assertThat(all.firstSuccess(BRAND, "app")).contains(NOW.plusSeconds(2));
        assertThat(all.firstSuccess(BRAND, "other")).isEmpty();
    }

    @Test
    default void handsOutPartsWhenTheyAreDue() {
        var all = synchronizations();
        var later = aPart(1, 5, State.COMPARING, NOW.plusSeconds(9), 1);
        var first = aPart(1, 7, State.READING, NOW, 1);
        var second = aPart(1, 8, State.READING, NOW, 1);
        all.add(BRAND, aRun(1, "app"), List.of(second, later, first, aPart(1, 9, State.SUCCEEDED, null, 1)));

        assertThat(all.due(BRAND, NOW, 10)).containsExactly(first, second);
        assertThat(all.due(BRAND, NOW, 1)).containsExactly(first);
        assertThat(all.nextDueAt(BRAND)).contains(NOW);
        assertThat(all.nextDueAt(new BrandId(2))).isEmpty();

        var ended = aPart(1, 7, State.SUCCEEDED, null, 2);
        all.replace(BRAND, ended);
        all.replace(BRAND, aPart(1, 8, State.SUCCEEDED, null, 2));
        assertThat(all.part(BRAND, 1, first.account())).contains(ended);
        assertThat(all.nextDueAt(BRAND)).contains(NOW.plusSeconds(9));
        assertThatThrownBy(() -> all.replace(BRAND, ended)).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void cancelsWhatIsOpenWhenARunEnds() {
        var all = synchronizations();
        var open = aPart(1, 5, State.READING, NOW, 1);
        var done = aPart(1, 6, State.SUCCEEDED, null, 1);
        all.add(BRAND, aRun(1, "app"), List.of(open, done));

        assertThat(all.end(BRAND, 1, Synchronization.State.CANCELLED, null, NOW))
                .isTrue();
        assertThat(all.end(BRAND, 1, Synchronization.State.SUCCEEDED, null, NOW))
                .isFalse();

        assertThat(all.find(BRAND, 1)).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(Synchronization.State.CANCELLED);
            assertThat(run.finishedAt()).isEqualTo(NOW);
        });
        assertThat(all.nextDueAt(BRAND)).isEmpty();
        assertThat(all.part(BRAND, 1, done.account())).contains(done);
        assertThatThrownBy(() -> all.replace(BRAND, aPart(1, 5, State.READING, NOW, 2)))
                .isInstanceOf(StaleAggregate.class);
    }
}
