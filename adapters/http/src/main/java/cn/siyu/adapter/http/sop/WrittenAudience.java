package cn.siyu.adapter.http.sop;

import cn.siyu.domain.audience.Expression;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;

/// An audience in a body, in either of its forms: for everything that takes one as `audience`.
public final class WrittenAudience {
    /// What it looks like.
    public static final Map<String, Object> SHAPE = DefinitionShape.EXPRESSION;

    private WrittenAudience() {}

    /// Reads it.
    ///
    /// @throws cn.siyu.adapter.http.problem.ProblemException with all its mistakes, below
    ///     `/audience`
    public static Expression read(JsonNode tree) {
        return EnrolmentWish.expression(tree);
    }
}
