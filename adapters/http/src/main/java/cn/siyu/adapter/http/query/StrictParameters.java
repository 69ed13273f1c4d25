package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Refuses query parameters that a route of ours does not know. Runs behind the check of the key.
@ServerFilter({"/v1", "/v1/**"})
@Order(StrictParameters.BEHIND_THE_KEY)
final class StrictParameters {
    static final int BEHIND_THE_KEY = 100;

    @RequestFilter
    void check(HttpRequest<?> request) {
        Set<String> given = request.getParameters().names();
        if (given.isEmpty()
                || !(RouteAttributes.getRouteMatch(request).orElse(null)
                        instanceof MethodBasedRouteMatch<?, ?> route)) {
            return;
        }
        Set<String> known = known(route, request.getMethod());
        List<Mistake> mistakes = new ArrayList<>();
        for (String name : given) {
            if (!known.contains(name) && !known.contains(Takes.LISTING)) {
                mistakes.add(Mistake.inParameter(name, ProblemCode.UNKNOWN_PARAMETER, Nearest.unknown(name, known)));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problems.parameters(mistakes);
        }
        Projection.check(request, route);
    }

    private static Set<String> known(MethodBasedRouteMatch<?, ?> route, HttpMethod method) {
        var known = new TreeSet<>(Set.of("lang"));
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            known.add("fields");
        }
        known.addAll(List.of(route.getAnnotationMetadata().stringValues(Takes.class)));
        for (Argument<?> argument : route.getArguments()) {
            if (argument.getType() == Write.class) {
                known.add("validate"); // only where the write helper sees to it that a trial has no effect
            }
            if (argument.getAnnotationMetadata().hasAnnotation(QueryValue.class)) {
                known.add(argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .orElse(argument.getName()));
            }
        }
        return known;
    }
}
