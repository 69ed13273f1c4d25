package cn.siyu.adapter.http.answer;

import io.micronaut.http.HttpResponse;
import java.util.function.Function;
import java.util.function.Supplier;

/// One change that a request asks for. Every controller that changes something takes it as an
/// argument and lets it carry the change out:
///
/// ```java
/// HttpResponse<TagResource> create(Caller caller, JsonBody body, Write write) {
///     var wish = body.read(CreateTag::read);
///     return write.run(() -> switch (createTag.handle(wish.by(caller))) { … });
/// }
/// ```
/// The work runs in one transaction, together with the memory of its answer if the request has an
/// `Idempotency-Key`. With `validate=only` it runs just the same and is rolled back, so that a
/// trial can't differ from the real thing. A problem that is thrown inside rolls everything back
/// and is not remembered. Work that met a new identity which somebody else brought at the same
/// moment is done again.
public interface Write {
    /// Carries the change out; a key is welcome.
    <T> HttpResponse<T> run(Supplier<HttpResponse<T>> work);

    /// Carries a change out whose repeat would cost money or a customer's patience; a key is
    /// required.
    <T> HttpResponse<T> runOnce(Supplier<HttpResponse<T>> work);

    /// Carries out what commits in parts by itself, each of which can be repeated without harm; a
    /// key is required, and its answer is remembered after the last part. A trial is one
    /// transaction all the same.
    ///
    /// @param body what tells the body from others
    /// @param work runs what it is given before each part, at least every half minute: it says that
    ///     the call is alive, so that a repeat waits. It throws `StaleAggregate` if the call was
    ///     taken for dead and a repeat does the work
    <T> HttpResponse<T> runInParts(byte[] body, Function<Runnable, HttpResponse<T>> work);
}
