package cn.siyu.domain.graduation;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that leads customers to other accounts (迁移计划): who, to which accounts, and who is
/// held out.
///
/// @param audience who of those that fit; null: all of them
/// @param holdout who is never invited, so that the difference can be measured
/// @param accounts to which accounts, at least one
/// @param material the number of the material that the invitation is written from
/// @param sop into which SOP whoever accepts is put; null: into none
/// @param answerWithin how long an invitation holds
/// @param lookAt when it is looked who fits next; null unless ACTIVE
/// @param startedAt when it was activated first
public record Program(
        ProgramId id,
        PublicId publicId,
        String name,
        Kind kind,
        @Nullable Expression audience,
        Holdout holdout,
        List<ChannelAccountId> accounts,
        long material,
        @Nullable SopId sop,
        Duration answerWithin,
        State state,
        @Nullable Instant lookAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /// Whom it leads.
    public enum Kind {
        /// Customers who live with the brand go on to a personal account (提纯、迁移).
        GRADUATION,
        /// Lost customers are asked back through another account (挽回).
        WIN_BACK
    }

    /// Whether it runs.
    public enum State {
        /// Was never activated.
        DRAFT,
        /// Chooses and invites.
        ACTIVE,
        /// Chooses and invites nobody; who is invited may still come.
        PAUSED,
        /// Over for good; who is invited may still come.
        ENDED
    }

    public Program {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a program leads to at least one account");
        }
    }

    /// Whether it may go into a state.
    public boolean mayBecome(State to) {
        return switch (to) {
            case DRAFT -> false;
            case ACTIVE -> state == State.DRAFT || state == State.PAUSED;
            case PAUSED -> state == State.ACTIVE;
            case ENDED -> state == State.ACTIVE || state == State.PAUSED;
        };
    }

    /// In another state.
    ///
    /// @throws IllegalStateException if it may not go there
    public Program become(State to, Instant now) {
        if (!mayBecome(to)) {
            throw new IllegalStateException("a program that is " + state + " doesn't become " + to);
        }
        return new Program(
                id,
                publicId,
                name,
                kind,
                audience,
                holdout,
                accounts,
                material,
                sop,
                answerWithin,
                to,
                to == State.ACTIVE ? now : null,
                startedAt == null ? now : startedAt,
                to == State.ENDED ? now : null,
                version + 1,
                createdAt,
                now);
    }
}
