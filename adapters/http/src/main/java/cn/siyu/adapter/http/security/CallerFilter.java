package cn.siyu.adapter.http.security;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.brand.Brand;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;

/// Lets a request pass to its controller only with a key that may: see the package.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallerFilter {
    private final Keyring keyring;

    CallerFilter(Keyring keyring) {
        this.keyring = keyring;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route)) {
            return; // no such route: 404 for everybody
        }
        if (PublicPaths.contain(route.getRouteInfo().getUriMatchTemplate().toPathString())) {
            return;
        }
        ApiKey key = keyring.key(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        request.setAttribute(CallerBinders.KEY, key);
        if (route.getVariableValues().get("brand") instanceof String name) {
            Brand brand = keyring.brand(key, name);
            request.setAttribute(
                    CallerBinders.CALLER, new Caller(brand.id(), key.publicId(), key.scopes(), key.sees()));
        }
        for (Scope scope : needed(route)) {
            if (!key.scopes().contains(scope)) {
                throw Problems.of(
                        ProblemCode.SCOPE_MISSING,
                        Text.of("The key lacks the scope %s.", "密钥缺少权限范围 %s。", scope.code()));
            }
        }
    }

    private static Scope[] needed(UriRouteMatch<?, ?> route) {
        if (!route.getAnnotationMetadata().hasAnnotation(Needs.class)) {
            throw new IllegalStateException(route.getRouteInfo() + " says neither @Needs nor is it public");
        }
        return route.getAnnotationMetadata().enumValues(Needs.class, Scope.class);
    }
}
