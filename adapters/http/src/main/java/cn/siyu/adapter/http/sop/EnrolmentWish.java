package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.sop.EnrolCustomers;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionError;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Place;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom somebody wants to put in which SOP.
///
/// @param customers these; empty if an audience is meant
/// @param audience everybody it describes, as a tree; null if customers are named
record EnrolmentWish(
        PublicId sop, List<PublicId> customers, @Nullable JsonNode audience) {
    private static final ExpressionLanguage LANGUAGE = new ExpressionLanguage(CustomerField.catalogue());

    static EnrolmentWish read(Input in) {
        PublicId sop = in.id("sop", IdType.SOP).get();
        List<PublicId> customers = in.list("customers", 1, EnrolCustomers.MOST)
                .ids(IdType.CUSTOMER)
                .or(List.of());
        @Nullable
        JsonNode audience = in.tree("audience", DefinitionShape.EXPRESSION).orNull();
        if (!customers.isEmpty() && audience != null) {
            in.complain(
                    "audience",
                    ProblemCode.CONTRADICTION,
                    Text.of("Send either customers or audience.", "customers 与 audience 只能填写其一。"));
        }
        if (audience == null && !in.has("customers")) {
            in.complain(
                    "customers",
                    ProblemCode.MISSING,
                    Text.of("Send customers or an audience.", "请填写 customers 或 audience。"));
        }
        return new EnrolmentWish(sop, customers, audience);
    }

    /// The audience, understood.
    static Expression expression(JsonNode tree) {
        Reading reading = tree.isString() ? LANGUAGE.ofText(tree.getStringValue()) : LANGUAGE.ofTree(Trees.plain(tree));
        return switch (reading) {
            case Reading.Understood(var expression) -> expression;
            case Reading.Refused(var errors) ->
                throw Problems.body(errors.stream().map(EnrolmentWish::mistake).toList());
        };
    }

    private static Mistake mistake(ExpressionError error) {
        var said = new Text(error.detail().en(), error.detail().zh());
        return switch (error.place()) {
            case Place.Pointer(var inside) -> Mistake.at("/audience" + inside, ProblemCode.INVALID_EXPRESSION, said);
            case Place.Span(int offset, int _) ->
                Mistake.at(
                        "/audience",
                        ProblemCode.INVALID_EXPRESSION,
                        said.and(Text.of("(at character %s)", "（第 %s 个字符）", offset + 1)));
        };
    }
}
