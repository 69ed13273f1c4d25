package cn.siyu.adapter.http.csv;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives controllers the CSV body of a request; it is streamed when it is received, and not here.
@Singleton
final class CsvBodyBinder implements TypedRequestArgumentBinder<CsvBody> {
    @Override
    public Argument<CsvBody> argumentType() {
        return Argument.of(CsvBody.class);
    }

    @Override
    public BindingResult<CsvBody> bind(ArgumentConversionContext<CsvBody> context, HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("not a server request");
        }
        var body = new CsvBody(
                request.getContentType(),
                server.byteBody().expectedLength(),
                () -> server.byteBody().toInputStream());
        return () -> Optional.of(body);
    }
}
