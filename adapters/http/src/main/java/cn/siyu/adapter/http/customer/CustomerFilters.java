package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionError;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Place;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.customer.lifecycle.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How customers are listed: by simple parameters, by an expression, or both.
final class CustomerFilters {
    static final Listing CUSTOMERS = Listing.sortedBy("-createdAt", "trust", "ordersAmount", "lastInteractionAt")
            .filter("filter", FilterType.wholeText(4000))
            .filter("stage", FilterType.oneOf(Stage.class))
            .filter("tag", FilterType.text(61))
            .filter("dormant", FilterType.flag())
            .filter("lost", FilterType.flag())
            .filter("blacklisted", FilterType.flag())
            .countable()
            .build();

    private static final ExpressionLanguage LANGUAGE = new ExpressionLanguage(CustomerField.catalogue());

    private CustomerFilters() {}

    /// What a request filters by; null: nothing.
    static @Nullable Expression of(ListQuery query) {
        var conditions = new ArrayList<Expression>();
        List<Stage> stages = query.all("stage", Stage.class);
        if (!stages.isEmpty()) {
            String names = stages.stream().map(Stage::name).collect(Collectors.joining(", "));
            conditions.add(read("stage in (" + names + ")"));
        }
        List<String> tags = query.all("tag", String.class);
        if (!tags.isEmpty()) {
            String names =
                    tags.stream().map(tag -> "'" + tag.replace("'", "''") + "'").collect(Collectors.joining(", "));
            conditions.add(read("tags has any (" + names + ")"));
        }
        for (String flag : List.of("dormant", "lost", "blacklisted")) {
            query.one(flag, Boolean.class).ifPresent(yes -> conditions.add(read(yes ? flag : "not " + flag)));
        }
        query.one("filter", String.class).ifPresent(text -> conditions.add(read(text)));
        return switch (conditions.size()) {
            case 0 -> null;
            case 1 -> conditions.getFirst();
            default -> new Expression.And(conditions);
        };
    }

    private static Expression read(String text) {
        return switch (LANGUAGE.ofText(text)) {
            case Reading.Understood(var expression) -> expression;
            case Reading.Refused(var errors) ->
                throw Problems.parameters(
                        errors.stream().map(CustomerFilters::mistake).toList());
        };
    }

    private static Mistake mistake(ExpressionError error) {
        var said = new Text(error.detail().en(), error.detail().zh());
        var detail = error.place() instanceof Place.Span(int offset, int _)
                ? said.and(Text.of("(at character %s)", "（第 %s 个字符）", offset + 1))
                : said;
        return Mistake.inParameter("filter", ProblemCode.INVALID_PARAMETER, detail);
    }
}
