package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.IdempotencyRecords;
import cn.siyu.application.brand.port.IdempotencyRecords.Claim;
import cn.siyu.application.brand.port.IdempotencyRecords.Remembered;
import cn.siyu.application.brand.port.Raced;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries changes out; see [Write].
@Singleton
final class Writes implements TypedRequestArgumentBinder<Write> {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int MOST_TIMES = 3;

    private final UnitOfWork unit;
    private final IdempotencyRecords records;
    private final Representations representations;
    private final InstantSource clock;

    Writes(UnitOfWork unit, IdempotencyRecords records, Representations representations, InstantSource clock) {
        this.unit = unit;
        this.records = records;
        this.representations = representations;
        this.clock = clock;
    }

    @Override
    public Argument<Write> argumentType() {
        return Argument.of(Write.class);
    }

    @Override
    public BindingResult<Write> bind(ArgumentConversionContext<Write> context, HttpRequest<?> request) {
        return () -> Optional.of(new OfRequest(request));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void renew(Held claim) {
        unit.run(() -> records.renew(claim.name(), claim.at(), now()));
    }

    /// A name under which this call works and no other.
    private record Held(String name, Instant at) {}

    /// The changes of one request.
    private final class OfRequest implements Write {
        private final HttpRequest<?> request;

        OfRequest(HttpRequest<?> request) {
            this.request = request;
        }

        @Override
        public <T> HttpResponse<T> run(Supplier<HttpResponse<T>> work) {
            return carryOut(IdempotencyKey.of(request), work);
        }

        @Override
        public <T> HttpResponse<T> runOnce(Supplier<HttpResponse<T>> work) {
            return trial()
                    ? carryOut(Optional.empty(), work)
                    : carryOut(Optional.of(IdempotencyKey.required(request)), work);
        }

        @Override
        public <T> HttpResponse<T> runInParts(byte[] body, Function<Runnable, HttpResponse<T>> work) {
            return trial()
                    ? tried(() -> work.apply(() -> {}))
                    : once(
                            IdempotencyKey.required(request),
                            body,
                            claim -> finished(claim, work.apply(() -> renew(claim))));
        }

        private <T> HttpResponse<T> carryOut(Optional<String> key, Supplier<HttpResponse<T>> work) {
            if (trial()) {
                return tried(work);
            }
            int time = 1;
            while (true) {
                try {
                    return key.isEmpty()
                            ? unit.inTransaction(work)
                            : once(key.get(), body(), claim -> unit.inTransaction(() -> finished(claim, work.get())));
                } catch (Raced somebodyElse) {
                    if (time++ == MOST_TIMES) {
                        throw somebodyElse;
                    }
                }
            }
        }

        private boolean trial() {
            String wish = request.getParameters().get("validate");
            if (wish != null && !wish.equals("only")) {
                throw Problems.parameter(
                        "validate", ProblemCode.INVALID_PARAMETER, Text.of("Possible: only.", "可用：only。"));
            }
            return wish != null;
        }

        private <T> HttpResponse<T> tried(Supplier<HttpResponse<T>> work) {
            try {
                return unit.inTransaction(() -> {
                    throw new Trial(work.get());
                });
            } catch (Trial trial) {
                @SuppressWarnings("unchecked") // it is what the work above answered
                var response = (MutableHttpResponse<T>) trial.response;
                response.getHeaders().remove(HttpHeaders.LOCATION);
                return response.status(HttpStatus.OK);
            }
        }

        private <T> HttpResponse<T> once(String key, byte[] body, Function<Held, HttpResponse<T>> work) {
            @Nullable
            BrandId brand = request.getAttribute(Caller.class.getName(), Caller.class)
                    .map(Caller::brand)
                    .orElse(null);
            String name = Fingerprints.name(request, brand, credential(), key);
            String asked = Fingerprints.request(request, body);
            return switch (records.claim(name, brand, asked, now(), LEASE, WriteLimits.KEPT_FOR)) {
                case Claim.Begun(var claimedAt) -> begun(new Held(name, claimedAt), work);
                case Claim.Answered(var answer) -> again(answer);
                case Claim.Running() ->
                    throw Problems.of(
                                    ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                                    Text.of(
                                            "The first call with this Idempotency-Key is still running; repeat in a second.",
                                            "使用此 Idempotency-Key 的第一次调用仍在进行；请一秒后重试。"))
                            .with(HttpHeaders.RETRY_AFTER, "1");
                case Claim.OtherRequest() ->
                    throw Problems.header(
                            IdempotencyKey.HEADER,
                            ProblemCode.IDEMPOTENCY_KEY_REUSED,
                            Text.of(
                                    "This Idempotency-Key was used for another request; use a new one.",
                                    "此 Idempotency-Key 已用于其他请求；请换一个新的。"));
            };
        }

        private <T> HttpResponse<T> begun(Held claim, Function<Held, HttpResponse<T>> work) {
            boolean done = false;
            try {
                HttpResponse<T> answer = work.apply(claim);
                done = true;
                return answer;
            } finally {
                if (!done) {
                    records.release(claim.name(), claim.at());
                }
            }
        }

        private <T> HttpResponse<T> finished(Held claim, HttpResponse<T> response) {
            unit.run(() -> records.finish(claim.name(), claim.at(), remembered(response)));
            return response;
        }

        private Remembered remembered(HttpResponse<?> response) {
            if (response.code() >= 400) {
                throw new IllegalStateException("a refusal is thrown as a problem, not answered");
            }
            Object body = response.body();
            if (body == null) {
                return new Remembered(response.code(), response.header(HttpHeaders.LOCATION), null, null);
            }
            byte[] bytes = representations.bytes(body, Optional.empty());
            return new Remembered(
                    response.code(),
                    response.header(HttpHeaders.LOCATION),
                    Representations.tag(body, bytes),
                    new String(bytes, StandardCharsets.UTF_8));
        }

        @SuppressWarnings("unchecked") // the JSON text of a T stands for it
        private <T> HttpResponse<T> again(Remembered answer) {
            MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
            response.header(IdempotencyKey.REPLAYED, "true");
            if (answer.location() != null) {
                response.header(HttpHeaders.LOCATION, answer.location());
            }
            if (answer.etag() != null) {
                response.header(HttpHeaders.ETAG, answer.etag());
            }
            if (answer.body() != null) {
                response.contentType(MediaType.APPLICATION_JSON_TYPE).body(answer.body());
            }
            return (HttpResponse<T>) (HttpResponse<?>) response;
        }

        private String credential() {
            return request.getAttribute(ApiKey.class.getName(), ApiKey.class)
                    .map(ApiKey::part)
                    .orElseThrow(() -> new IllegalStateException("a public path can't be written to once"));
        }

        private byte[] body() {
            return request.getAttribute(JsonBody.class.getName(), JsonBody.class)
                    .map(JsonBody::bytes)
                    .orElseGet(() -> new byte[0]);
        }
    }

    /// Rolls a trial back.
    private static final class Trial extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient HttpResponse<?> response;

        Trial(HttpResponse<?> response) {
            super("validate=only", null, false, false);
            this.response = response;
        }
    }
}
