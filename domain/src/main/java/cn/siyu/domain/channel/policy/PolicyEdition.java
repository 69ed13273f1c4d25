package cn.siyu.domain.channel.policy;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One edition of a policy (政策版本): numbers, where they come from, and since when they hold.
///
/// @param kind what it is about
/// @param channel the code of the channel it holds for; null: for all
/// @param validFrom the first day it holds; platform editions change at midnight in the platform's
///     zone
/// @param source where the numbers can be looked up
/// @param confidence how well they are founded
/// @param values the numbers, untyped: objects, lists, texts, numbers, flags
public record PolicyEdition(
        PolicyEditionId id,
        PolicyKind kind,
        @Nullable String channel,
        LocalDate validFrom,
        String source,
        PolicyConfidence confidence,
        Map<String, Object> values) {

    public PolicyEdition {
        values = PolicyTree.merge(Map.of(), values);
    }

    /// Reads an edition as it stands in a data file; the values inside are read by whoever knows
    /// their kind.
    public static PolicyReading<PolicyEdition> read(Map<String, ?> tree) {
        return PolicyReader.read(tree, PolicyEdition::from);
    }

    private static PolicyEdition from(PolicyReader in) {
        String id = in.text("edition");
        in.check(
                id.matches(PolicyEditionId.PATTERN),
                "edition",
                PolicyProblem.Code.OUT_OF_RANGE,
                "must be 1 to 60 of a-z 0-9 . -");
        return new PolicyEdition(
                id.matches(PolicyEditionId.PATTERN) ? new PolicyEditionId(id) : new PolicyEditionId("unnamed"),
                in.oneOf("kind", PolicyKind.class),
                in.has("channel") ? in.text("channel") : null,
                in.date("validFrom"),
                in.text("source"),
                in.oneOf("confidence", PolicyConfidence.class),
                in.tree("values"));
    }

    /// Whether it belongs to a line, or to the line for all channels.
    boolean covers(PolicyLine line) {
        return kind == line.kind() && (channel == null || channel.equals(line.channel()));
    }
}
