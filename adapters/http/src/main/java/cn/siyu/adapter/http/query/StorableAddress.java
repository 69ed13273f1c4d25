package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.json.Characters;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.ArrayList;
import java.util.List;

/// Refuses addresses that hold a character no database takes, or bytes that nobody encoded, before
/// anything is looked for by them: even the brand's name is.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(StorableAddress.BEFORE_THE_KEY)
final class StorableAddress {
    static final int BEFORE_THE_KEY = -100;

    private static final Text DETAIL =
            Text.of("This holds a character that can't be stored, such as NUL.", "此处含有无法保存的字符（例如 NUL）。");

    private static final Text NOT_ENCODED = Text.of(
            "The address holds characters that are not percent-encoded as UTF-8. With curl: -G --data-urlencode \"nickname=老王\".",
            "地址中有未按 UTF-8 百分号编码的字符。用 curl 时请写：-G --data-urlencode \"nickname=老王\"。");

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getUri().toString().chars().anyMatch(each -> each > '~')) {
            throw Problems.of(ProblemCode.MALFORMED_REQUEST, NOT_ENCODED);
        }
        List<Mistake> mistakes = new ArrayList<>();
        if (RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route) {
            route.getVariableValues().forEach((name, value) -> {
                if (value instanceof String text && !Characters.storable(text)) {
                    mistakes.add(Mistake.inParameter(name, ProblemCode.INVALID_PARAMETER, DETAIL));
                }
            });
        }
        request.getParameters().forEach((name, values) -> {
            if (!Characters.storable(name) || !values.stream().allMatch(Characters::storable)) {
                mistakes.add(Mistake.inParameter(name, ProblemCode.INVALID_PARAMETER, DETAIL));
            }
        });
        if (!mistakes.isEmpty()) {
            throw Problems.parameters(mistakes);
        }
    }
}
