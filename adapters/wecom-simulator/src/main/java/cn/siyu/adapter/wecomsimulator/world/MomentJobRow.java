package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A job that creates a moment (朋友圈发表任务) some seconds after it was asked for.
///
/// @param sequence counts the jobs of a corp
/// @param agentId the app that asked
/// @param attachments an array, as it came
public record MomentJobRow(
        String jobid, int sequence, int agentId, long at, String text, JsonNode attachments, Range range)
        implements Row {

    /// Who is to publish to whom, as it was asked for; empty lists say nothing.
    public record Range(List<String> users, List<Integer> departments, List<String> tags) {
        public Range {
            users = List.copyOf(users);
            departments = List.copyOf(departments);
            tags = List.copyOf(tags);
        }

        public boolean namesSenders() {
            return !users.isEmpty() || !departments.isEmpty();
        }
    }

    /// The job is done.
    ///
    /// @param errcode 0, or why no moment came of it
    /// @param momentId `""` when none did
    /// @param invalid what of the range does not exist or cannot be seen by the app
    public record Done(String jobid, int errcode, String momentId, Range invalid) implements Row {}
}
