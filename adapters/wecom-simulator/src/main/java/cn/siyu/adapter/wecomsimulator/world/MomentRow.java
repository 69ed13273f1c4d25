package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A moment (客户朋友圈): made through the API, then each chosen member publishes it or not; or
/// posted by a member by itself.
///
/// @param sequence counts the moments of a corp
/// @param creator the member who posted it; `""` when an app made it
/// @param open true when every customer of a publishing member may see it (公开), false for chosen
///     ones
/// @param attachments an array in the shape of `add_moment_task`
/// @param location where a member posted it; null for none
/// @param dispatchedAt from when members find it among their tasks
/// @param tasks who may publish to whom
public record MomentRow(
        String momentId,
        int sequence,
        long createdAt,
        String creator,
        boolean open,
        String text,
        JsonNode attachments,
        @Nullable JsonNode location,
        long dispatchedAt,
        List<Task> tasks)
        implements Row {

    public MomentRow {
        tasks = List.copyOf(tasks);
    }

    /// One member's part.
    /// @param customers by number; empty in an open moment, which goes to all the member has
    @SuppressWarnings("ArrayRecordComponent") // there may be many; never changed
    public record Task(String userid, int[] customers) {}

    /// What is not published yet never will be.
    public record Cancelled(String momentId) implements Row {}

    /// A member has published it.
    /// @param visible the customers who can see it, by number
    @SuppressWarnings("ArrayRecordComponent") // there may be many; never changed
    public record Published(String momentId, String userid, long at, int[] visible) implements Row {}

    /// Somebody liked or commented on what a member published.
    ///
    /// @param userid the member who published
    /// @param comment true for a comment, false for a like
    /// @param customer who, by number; -1 when it was the member itself
    public record Reaction(String momentId, String userid, boolean comment, int customer, long at) implements Row {}

    /// The feature was switched on or off for the corp.
    public record Switch(boolean on) implements Row {}

    /// Whether members made it on their own.
    public boolean personal() {
        return !creator.isEmpty();
    }

    public Optional<Task> taskOf(String userid) {
        return tasks.stream().filter(task -> task.userid().equals(userid)).findFirst();
    }
}
