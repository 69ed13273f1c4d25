package cn.siyu.adapter.http.security;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/// Gives controllers what the filter found: the [Caller] on paths below a brand, the [ApiKey] on
/// all that are not public.
final class CallerBinders {
    static final String CALLER = Caller.class.getName();
    static final String KEY = ApiKey.class.getName();

    private CallerBinders() {}

    @Singleton
    static final class OfCaller implements TypedRequestArgumentBinder<Caller> {
        @Override
        public Argument<Caller> argumentType() {
            return Argument.of(Caller.class);
        }

        @Override
        public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
            return () -> request.getAttribute(CALLER, Caller.class);
        }
    }

    @Singleton
    static final class OfKey implements TypedRequestArgumentBinder<ApiKey> {
        @Override
        public Argument<ApiKey> argumentType() {
            return Argument.of(ApiKey.class);
        }

        @Override
        public BindingResult<ApiKey> bind(ArgumentConversionContext<ApiKey> context, HttpRequest<?> request) {
            return () -> request.getAttribute(KEY, ApiKey.class);
        }
    }
}
