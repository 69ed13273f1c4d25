package cn.siyu.adapter.http.answer;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives controllers the conditions of a change.
@Singleton
final class ConditionsBinder implements TypedRequestArgumentBinder<Conditions> {
    @Override
    public Argument<Conditions> argumentType() {
        return Argument.of(Conditions.class);
    }

    @Override
    public BindingResult<Conditions> bind(ArgumentConversionContext<Conditions> context, HttpRequest<?> request) {
        var conditions = new Conditions(
                request.getHeaders().get(HttpHeaders.IF_MATCH),
                request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        return () -> Optional.of(conditions);
    }
}
