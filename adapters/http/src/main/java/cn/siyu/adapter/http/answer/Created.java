package cn.siyu.adapter.http.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.net.URI;

/// The answer to a POST that made something.
public final class Created {
    private Created() {}

    /// 201 with the thing and where it is: under the path that was posted to.
    ///
    /// @param id what it is called there
    public static <T> HttpResponse<T> under(HttpRequest<?> request, String id, T made) {
        return HttpResponse.<T>created(URI.create(request.getPath() + "/" + id)).body(made);
    }
}
