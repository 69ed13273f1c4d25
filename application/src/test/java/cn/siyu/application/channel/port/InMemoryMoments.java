package cn.siyu.application.channel.port;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Moments in memory: a job takes a minute.
final class InMemoryMoments implements Moments {
    private static final Duration PREPARING = Duration.ofMinutes(1);
    private static final int CHARACTERS = 2000;

    private final InMemoryFarSide farSide;
    private final Map<String, Post> posts = new LinkedHashMap<>();

    InMemoryMoments(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    private static final class Post {
        private final Instant readyAt;
        private final List<String> staff;
        private final Set<String> published = new LinkedHashSet<>();
        private final Map<String, List<Reaction>> likes = new LinkedHashMap<>();
        private boolean cancelled;

        Post(Instant readyAt, List<String> staff) {
            this.readyAt = readyAt;
            this.staff = staff;
        }
    }

    void publish(String momentId, String staff) {
        var post = Objects.requireNonNull(posts.get(momentId), "no such moment");
        if (!post.cancelled && post.staff.contains(staff)) {
            post.published.add(staff);
        }
    }

    void like(String momentId, String staff, String contactId) {
        Objects.requireNonNull(posts.get(momentId), "no such moment")
                .likes
                .computeIfAbsent(staff, _ -> new ArrayList<>())
                .add(new Reaction(contactId, false, farSide.now()));
    }

    @Override
    public Answer<String> create(Task task) {
        return farSide.change(() -> {
            if (task.text().length() > CHARACTERS || task.attachments().size() > 9) {
                return Answer.notDone(NotDoneReason.INVALID, "above the limits");
            }
            var staff = task.staff().isEmpty()
                    ? List.copyOf(farSide.staff.keySet())
                    : task.staff().stream().sorted().toList();
            var id = "mom" + farSide.next();
            posts.put(id, new Post(farSide.now().plus(PREPARING), staff));
            return Answer.done("job-" + id);
        });
    }

    @Override
    public Answer<Prepared> prepared(String jobId) {
        return farSide.read(() -> {
            var id = jobId.startsWith("job-") ? jobId.substring(4) : "";
            return of(id, post -> {
                boolean finished = !farSide.now().isBefore(post.readyAt);
                return Answer.done(new Prepared(finished, finished ? id : null, null));
            });
        });
    }

    @Override
    public Answer<Ack> cancel(String momentId) {
        return farSide.change(() -> of(momentId, post -> {
            post.cancelled = true;
            return Answer.done(Ack.ACK);
        }));
    }

    @Override
    public Answer<Slice<StaffPost>> staffPosts(String momentId, @Nullable String cursor) {
        return farSide.read(() -> of(
                momentId,
                post -> Pages.of(
                        post.staff.stream()
                                .map(staff -> new StaffPost(staff, post.published.contains(staff)))
                                .toList(),
                        cursor)));
    }

    @Override
    public Answer<Echo> echo(String momentId, String staff) {
        return farSide.read(() -> of(
                momentId,
                post -> post.published.contains(staff)
                        ? Answer.done(new Echo(List.of(), post.likes.getOrDefault(staff, List.of())))
                        : Answer.notDone(NotDoneReason.INVALID, "not published")));
    }

    private <T> Answer<T> of(String momentId, Function<Post, Answer<T>> use) {
        var post = posts.get(momentId);
        return post == null ? Answer.notDone(NotDoneReason.NOT_FOUND, "no such moment") : use.apply(post);
    }
}
