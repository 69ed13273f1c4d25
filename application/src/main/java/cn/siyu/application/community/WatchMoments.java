package cn.siyu.application.community;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.community.PublishMoments.Piece;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks the platform what became of posts: whether they are prepared, who of the staff has posted,
/// who liked and commented.
public final class WatchMoments {
    private static final Duration PREPARING = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST_PAGES = 1_000;

    /// When a post is looked at, counted from when it was posted; afterwards no more.
    private static final List<Duration> LOOKS = List.of(
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7));

    private final MomentPlans plans;
    private final MomentChannels channels;
    private final MomentReactions reactions;
    private final UnitOfWork work;

    public WatchMoments(MomentPlans plans, MomentChannels channels, MomentReactions reactions, UnitOfWork work) {
        this.plans = plans;
        this.channels = channels;
        this.reactions = reactions;
        this.work = work;
    }

    /// Posts that the platform prepares: one question per job.
    void prepared(BrandId brand, List<Piece> pieces, Instant now) {
        by(pieces, post -> post.progress().jobId())
                .forEach((job, some) -> write(brand, some, prepared(role(some), job, now)));
    }

    private static Function<MomentPost, MomentPost> prepared(Optional<Moments> role, String job, Instant now) {
        if (role.isEmpty()) {
            return post -> post.putOff(now.plus(AGAIN), "NO_CONNECTION", now);
        }
        return switch (role.get().prepared(job)) {
            case Answer.Done<Moments.Prepared>(var state) -> {
                String moment = state.momentId();
                String refusal = state.refusal();
                if (!state.finished()) {
                    yield post -> post.looked(now.plus(PREPARING), 0, 0, now);
                }
                yield moment == null
                        ? post -> post.ended(State.FAILED, refusal == null ? "NOT_PREPARED" : cut(refusal), now)
                        : post -> post.awaiting(moment, now.plus(PREPARING), now);
            }
            case Answer.NotDone<Moments.Prepared>(var reason, var _, var _) ->
                reason == NotDoneReason.NOT_FOUND
                        ? post -> post.unknown("JOB_GONE", now)
                        : post -> post.putOff(now.plus(AGAIN), reason.name(), now);
            case Answer.Unknown<Moments.Prepared> _ -> post -> post.putOff(now.plus(AGAIN), "UNANSWERED", now);
        };
    }

    /// Posts that wait for their staff members: one question per post of the platform. What is late
    /// is stopped first, and then asked for once more: somebody may have posted in the moment
    /// before.
    void posted(BrandId brand, List<Piece> pieces, Instant now) {
        by(pieces, post -> post.progress().momentId()).forEach((moment, some) -> {
            var role = role(some);
            boolean late = !now.isBefore(some.getFirst().plan().confirmBy());
            boolean stopped = late && role.isPresent() && stopped(role.get().cancel(moment));
            var staff = role.flatMap(one -> staff(one, moment));
            writeAll(
                    brand,
                    some.stream()
                            .map(piece -> posted(piece, staff, stopped, now))
                            .toList());
        });
    }

    private static MomentPost posted(Piece piece, Optional<Map<String, Boolean>> staff, boolean stopped, Instant now) {
        var post = piece.post();
        if (staff.isEmpty()) {
            return post.putOff(now.plus(AGAIN), "UNANSWERED", now);
        }
        @Nullable Boolean done = staff.get().get(piece.account().address());
        if (done != null && done) {
            return post.published(now, now.plus(LOOKS.getFirst()), now);
        }
        if (stopped) {
            return post.ended(State.EXPIRED, done == null ? "NOT_GIVEN" : "NOT_CONFIRMED", now);
        }
        Instant next = now.plus(AGAIN);
        Instant end = piece.plan().confirmBy();
        return post.looked(next.isAfter(end) && end.isAfter(now) ? end : next, 0, 0, now);
    }

    private static boolean stopped(Answer<Ack> answer) {
        return switch (answer) {
            case Answer.Done<Ack> _ -> true;
            case Answer.NotDone<Ack>(var reason, var _, var _) -> !reason.passing();
            case Answer.Unknown<Ack> _ -> false;
        };
    }

    private static Optional<Map<String, Boolean>> staff(Moments role, String moment) {
        var all = new HashMap<String, Boolean>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            if (!(role.staffPosts(moment, cursor) instanceof Answer.Done<Slice<Moments.StaffPost>>(var slice))) {
                return Optional.empty();
            }
            slice.items().forEach(one -> all.put(one.staff(), one.published()));
            cursor = slice.next();
            if (cursor == null) {
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    /// Posts that are out: who liked and commented, as interactions.
    void received(BrandId brand, List<Piece> pieces, Instant now) {
        for (Piece piece : pieces) {
            var moment = piece.post().progress().momentId();
            var role = channels.role(piece.account());
            if (moment == null || role.isEmpty()) {
                write(brand, List.of(piece), post -> post.looked(null, 0, 0, now));
                continue;
            }
            switch (role.get().echo(moment, piece.account().address())) {
                case Answer.Done<Moments.Echo>(var echo) -> {
                    reactions.read(brand, piece, echo);
                    write(
                            brand,
                            List.of(piece),
                            post -> post.looked(
                                    next(post, now), customers(echo.likes()), customers(echo.comments()), now));
                }
                case Answer.NotDone<Moments.Echo> _, Answer.Unknown<Moments.Echo> _ ->
                    write(
                            brand,
                            List.of(piece),
                            post -> post.looked(
                                    next(post, now),
                                    post.progress().likes(),
                                    post.progress().comments(),
                                    now));
            }
        }
    }

    private static int customers(List<Moments.Reaction> reactions) {
        return (int) reactions.stream().filter(one -> !one.byStaff()).count();
    }

    private static @Nullable Instant next(MomentPost post, Instant now) {
        Instant posted = post.progress().publishedAt();
        Instant from = posted == null ? now : posted;
        return LOOKS.stream()
                .map(from::plus)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, List<Piece>> by(List<Piece> pieces, Function<MomentPost, @Nullable String> name) {
        return pieces.stream()
                .filter(piece -> name.apply(piece.post()) != null)
                .collect(Collectors.groupingBy(
                        piece -> String.valueOf(name.apply(piece.post())), LinkedHashMap::new, Collectors.toList()));
    }

    private Optional<Moments> role(List<Piece> some) {
        return channels.role(some.getFirst().account());
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40);
    }

    private void write(BrandId brand, List<Piece> some, Function<MomentPost, MomentPost> change) {
        writeAll(brand, some.stream().map(piece -> change.apply(piece.post())).toList());
    }

    private void writeAll(BrandId brand, List<MomentPost> posts) {
        work.run(() -> plans.replacePosts(brand, posts));
    }
}
