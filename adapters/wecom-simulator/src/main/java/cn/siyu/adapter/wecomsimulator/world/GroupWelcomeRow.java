package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;

/// A group welcome template (入群欢迎语素材): what owners can greet newcomers with.
///
/// @param sequence counts the templates of a corp
/// @param agentId the app that made it
/// @param parts text and at most one attachment, by their kinds
/// @param notified whether the members were told that they can use it
public record GroupWelcomeRow(String templateId, int sequence, int agentId, JsonNode parts, boolean notified)
        implements Row {

    /// What it says to somebody.
    public String textFor(String name) {
        return parts.path("text").path("content").asText("").replace("%NICKNAME%", name);
    }

    /// The template was deleted; groups that used it greet nobody any more.
    public record Gone(String templateId) implements Row {}
}
