package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// Gives controllers the JSON body of a request, up to the limit; more is 413. The body is waited
/// for when it is read, on the request's own virtual thread, and not here, where the event loop
/// binds arguments.
@Singleton
final class JsonBodyBinder implements TypedRequestArgumentBinder<JsonBody> {
    private final JsonMapper json;

    JsonBodyBinder(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Argument<JsonBody> argumentType() {
        return Argument.of(JsonBody.class);
    }

    @Override
    public BindingResult<JsonBody> bind(ArgumentConversionContext<JsonBody> context, HttpRequest<?> request) {
        JsonBody body = new JsonBody(request.getContentType(), () -> bytes(request), json);
        request.setAttribute(JsonBody.class.getName(), body);
        return () -> Optional.of(body);
    }

    private static byte[] bytes(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("not a server request");
        }
        if (server.byteBody().expectedLength().orElse(0) > JsonLimits.MOST_BYTES) {
            throw Problems.bodyTooLarge(JsonLimits.MOST_BYTES);
        }
        try (CloseableAvailableByteBody body = server.byteBody().buffer().join()) {
            byte[] bytes = body.toByteArray();
            if (bytes.length > JsonLimits.MOST_BYTES) {
                throw Problems.bodyTooLarge(JsonLimits.MOST_BYTES);
            }
            return bytes;
        } catch (CompletionException e) {
            if (e.getCause() instanceof BufferLengthExceededException
                    || e.getCause() instanceof ContentLengthExceededException) {
                throw Problems.bodyTooLarge(JsonLimits.MOST_BYTES);
            }
            throw e;
        }
    }
}
