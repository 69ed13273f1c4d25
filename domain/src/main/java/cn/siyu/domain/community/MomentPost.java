package cn.siyu.domain.community;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One account's post of a plan (朋友圈发表), with its whole life.
///
/// @param reason why it stands where it stands, a stable code; null if there is nothing to say
/// @param publishAt when it is to be posted
/// @param audience for whom it is
/// @param version counts its changes
public record MomentPost(
        MomentPostId id,
        PublicId publicId,
        MomentPlanId plan,
        ChannelAccountId account,
        State state,
        @Nullable String reason,
        Instant publishAt,
        Audience audience,
        Progress progress,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    private static final Set<State> NEVER = EnumSet.of(State.REFUSED, State.FAILED, State.EXPIRED, State.CANCELLED);
    private static final Set<State> OPEN = EnumSet.of(State.PLANNED, State.PREPARING, State.AWAITING);

    /// Where it stands.
    public enum State {
        /// Waits for its moment.
        PLANNED,
        /// The platform is being asked: the intent is written down, the answer is not.
        CALLING,
        /// The platform prepares it (朋友圈任务创建中).
        PREPARING,
        /// Waits for the staff member to post it.
        AWAITING,
        /// Posted; likes and comments are followed for a while.
        PUBLISHED,
        /// Nobody knows whether the platform has it; a person has to look. It is never tried again.
        UNKNOWN,
        /// Not to be posted, by a rule.
        REFUSED,
        /// Could not be posted.
        FAILED,
        /// Nobody posted it in time.
        EXPIRED,
        /// Called off.
        CANCELLED
    }

    /// For whom it is, as was found when it was planned.
    ///
    /// @param chosen customers who are to see it
    /// @param silenced customers left out since they said "not interested" (不感兴趣)
    /// @param optedOut customers left out since they opted out or are banned
    public record Audience(int chosen, int silenced, int optedOut) {
        /// Nobody.
        public static final Audience NOBODY = new Audience(0, 0, 0);
    }

    /// How far it has come.
    ///
    /// @param dueAt when there is something to do about it; null: never again by itself
    /// @param calledAt when the platform was asked, on the machine's clock; null if not
    /// @param jobId the platform's id of the job that prepares it
    /// @param momentId the platform's id of the post
    /// @param task the task of the person who posts it; null if the platform asks its own staff
    /// @param looks how often was looked after it
    public record Progress(
            @Nullable Instant dueAt,
            @Nullable Instant calledAt,
            @Nullable String jobId,
            @Nullable String momentId,
            @Nullable TaskId task,
            @Nullable Instant publishedAt,
            int looks,
            int likes,
            int comments) {
        /// Nothing, and there won't be.
        public static final Progress OVER = new Progress(null, null, null, null, null, null, 0, 0, 0);

        /// Nothing yet.
        public static Progress due(Instant at) {
            return new Progress(at, null, null, null, null, null, 0, 0, 0);
        }

        Progress until(@Nullable Instant due) {
            return new Progress(due, calledAt, jobId, momentId, task, publishedAt, looks, likes, comments);
        }

        Progress called(Instant at) {
            return new Progress(null, at, jobId, momentId, task, publishedAt, looks, likes, comments);
        }

        Progress preparing(String job, Instant due) {
            return new Progress(due, calledAt, job, momentId, task, publishedAt, 0, likes, comments);
        }

        Progress prepared(String moment, Instant due) {
            return new Progress(due, calledAt, jobId, moment, task, publishedAt, 0, likes, comments);
        }

        Progress handed(TaskId to) {
            return new Progress(null, calledAt, jobId, momentId, to, publishedAt, looks, likes, comments);
        }

        Progress published(Instant at, @Nullable Instant due) {
            return new Progress(due, calledAt, jobId, momentId, task, at, 0, likes, comments);
        }

        Progress looked(@Nullable Instant due, int liked, int commented) {
            return new Progress(due, calledAt, jobId, momentId, task, publishedAt, looks + 1, liked, commented);
        }
    }

    /// The states of posts that take no place in a day.
    public static Set<State> never() {
        return EnumSet.copyOf(NEVER);
    }

    /// Whether it can still be called off.
    public boolean open() {
        return OPEN.contains(state);
    }

    /// Not to be posted, could not be, or was not: its end.
    ///
    /// @param end REFUSED, FAILED, EXPIRED or CANCELLED
    public MomentPost ended(State end, @Nullable String why, Instant now) {
        if (!NEVER.contains(end)) {
            throw new IllegalArgumentException(end + " is no end");
        }
        return in(end, why, progress.until(null), now);
    }

    /// Is looked after later; why, stays to be read.
    public MomentPost putOff(Instant until, @Nullable String why, Instant now) {
        return in(state == State.CALLING ? State.PLANNED : state, why, progress.until(until), now);
    }

    /// The platform is about to be asked.
    ///
    /// @param machine the machine's clock
    public MomentPost calling(Instant machine, Instant now) {
        return in(State.CALLING, null, progress.called(machine), now);
    }

    /// Nobody knows whether the platform has it.
    public MomentPost unknown(String why, Instant now) {
        return in(State.UNKNOWN, why, progress.until(null), now);
    }

    /// The platform has it in hand.
    public MomentPost preparing(String job, Instant lookAt, Instant now) {
        return in(State.PREPARING, null, progress.preparing(job, lookAt), now);
    }

    /// The platform asks the staff member.
    public MomentPost awaiting(String moment, Instant lookAt, Instant now) {
        return in(State.AWAITING, null, progress.prepared(moment, lookAt), now);
    }

    /// A person has a task to post it.
    public MomentPost handed(TaskId task, Instant now) {
        return in(State.AWAITING, null, progress.handed(task), now);
    }

    /// It is posted.
    ///
    /// @param lookAt when to look for likes and comments; null if nobody can
    public MomentPost published(Instant at, @Nullable Instant lookAt, Instant now) {
        return in(State.PUBLISHED, null, progress.published(at, lookAt), now);
    }

    /// Somebody looked how it is received.
    ///
    /// @param lookAt when to look again; null: no more
    public MomentPost looked(@Nullable Instant lookAt, int likes, int comments, Instant now) {
        return in(state, reason, progress.looked(lookAt, likes, comments), now);
    }

    /// The same, for the audience as it is found anew.
    public MomentPost forAudience(Audience found) {
        return new MomentPost(
                id, publicId, plan, account, state, reason, publishAt, found, progress, version, createdAt, updatedAt);
    }

    private MomentPost in(State to, @Nullable String why, Progress by, Instant now) {
        return new MomentPost(
                id, publicId, plan, account, to, why, publishAt, audience, by, version + 1, createdAt, now);
    }
}
