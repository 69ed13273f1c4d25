package cn.siyu.adapter.wecomsimulator.front;

import cn.siyu.adapter.wecomsimulator.fault.FaultRule;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.fault.Outage;
import cn.siyu.adapter.wecomsimulator.measure.Counters;
import cn.siyu.adapter.wecomsimulator.wire.ApiError;
import cn.siyu.adapter.wecomsimulator.wire.Endpoints;
import cn.siyu.adapter.wecomsimulator.wire.RequestBody;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Serves the platform's API over HTTP: outage, faults, then the [Gate]; writes the platform's
/// headers and the call log.
public final class PlatformRoute implements HttpFront.Route {
    private static final int LARGEST_BODY = 32 << 20;
    private static final int LONGEST_HEADER = 1024;
    private static final int LOGGED = 400;
    private static final long DEFAULT_TIMEOUT = 60_000;
    private static final Pattern SECRET = Pattern.compile("(corpsecret|access_token)=[^&]*");
    private static final byte[] HTML =
            "<html><body><center><h1>502 Bad Gateway</h1></center></body></html>".getBytes(StandardCharsets.UTF_8);
    private final Gate gate;
    private final FaultRules faults;
    private final CallLog log;
    private final Counters counters;
    private final InFlight inFlight = new InFlight();
    private final AnswerDistortion distortion = new AnswerDistortion();
    private volatile Outage outage = Outage.NONE;

    public PlatformRoute(World world, Endpoints endpoints, FaultRules faults, CallLog log, Counters counters) {
        this.gate = new Gate(world, endpoints);
        this.faults = faults;
        this.log = log;
        this.counters = counters;
    }

    /// Stops or resumes serving.
    public void outage(Outage now) {
        outage = now;
    }

    public Outage outage() {
        return outage;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        switch (outage) {
            case NONE -> answer(exchange);
            case RESET -> exchange.reset();
            case BAD_GATEWAY -> page(exchange, 502);
        }
    }

    private void answer(Exchange exchange) throws IOException {
        var started = System.nanoTime();
        var path = exchange.path();
        if (!gate.knows(path)) {
            HttpFront.notFound(exchange);
            return;
        }
        var asked = new Gate.Asked(
                exchange.method(),
                path,
                HttpFront.query(exchange.query()),
                exchange.header("Content-Type"),
                exchange.body().readNBytes(LARGEST_BODY),
                exchange.caller(),
                1,
                1);
        var corp = gate.corpOf(asked);
        var named = corp.map(found -> found.corpId() + asked.path()).orElse("");
        var calls = inFlight.enter(named);
        var writers = inFlight.enter(corp.map(found -> record(found, asked)).orElse(""));
        // a call is over before its caller is told, or the caller's next one would meet it
        Runnable landing = () -> {
            calls.end();
            writers.end();
        };
        try {
            answer(exchange, asked.among(calls.together(), writers.together()), corp, landing, started);
        } finally {
            landing.run();
        }
    }

    private void answer(Exchange exchange, Gate.Asked asked, Optional<Corp> corp, Runnable landing, long started)
            throws IOException {
        var now = corp.map(found -> found.clock().now()).orElseGet(() -> System.currentTimeMillis() / 1000);
        var fault = faults.onCall(corp.map(Corp::corpId).orElse(""), asked.path(), now);
        if (fault.isPresent()) {
            suffer(exchange, asked, corp, fault.get(), now, landing, started);
        } else {
            var told = gate.answer(asked);
            landing.run();
            note(asked, corp, 200, told.errcode(), Optional.empty(), started);
            send(exchange, told, told.body().length);
        }
    }

    /// The record that a call is about, where the platform lets only one writer at a time; else
    /// `""`.
    private static String record(Corp corp, Gate.Asked asked) {
        var field = corp.limits().oneWriter().get(asked.path());
        if (field == null) {
            return "";
        }
        var record = RequestBody.read(asked.body(), true).text(field);
        return record.isEmpty() ? "" : corp.corpId() + asked.path() + "|" + record;
    }

    /// The log is written before the answer, so that a caller who has its answer finds its call
    /// there.
    private void suffer(
            Exchange exchange,
            Gate.Asked asked,
            Optional<Corp> corp,
            FaultRule fault,
            long now,
            Runnable landing,
            long started)
            throws IOException {
        if (fault.kind() == FaultRule.Kind.DELAY) {
            hold(fault.delayMillis());
        } else if (fault.kind() == FaultRule.Kind.VOID_TOKEN) {
            corp.ifPresent(found -> TokenDesk.takeBack(found, asked));
        }
        var error = new ApiError(fault.errcode(), fault.errmsg());
        var worked = fault.works() ? gate.answer(asked) : gate.failed(asked, error);
        landing.run();
        var answers = switch (fault.kind()) {
            case TIMEOUT_AFTER_WORK, RESET_BEFORE_WORK, RESET_AFTER_WORK, RESET_AFTER_HEADERS -> 0;
            case HTTP_500 -> 500;
            default -> 200;
        };
        note(asked, corp, answers, fault.works() ? worked.errcode() : fault.errcode(), Optional.of(fault), started);
        switch (fault.kind()) {
            case ERRCODE, BLOCK -> {
                var told = gate.failed(asked, error);
                send(exchange, told, told.body().length);
            }
            case DELAY, VOID_TOKEN -> send(exchange, worked, worked.body().length);
            case LATE_ROWS, DUPLICATE_ROWS -> {
                var told = distortion.distorted(fault, asked, worked, now);
                send(exchange, told, told.body().length);
            }
            case TRUNCATED_BODY -> send(exchange, worked, worked.body().length / 2);
            case RESET_AFTER_HEADERS -> send(exchange, worked, 0);
            case HTML_BODY -> page(exchange, 200);
            case HTTP_500 -> page(exchange, 500);
            case TIMEOUT_AFTER_WORK -> hold(fault.delayMillis() == 0 ? DEFAULT_TIMEOUT : fault.delayMillis());
            case RESET_BEFORE_WORK, RESET_AFTER_WORK -> exchange.reset();
            case CALLBACK_LOST,
                    CALLBACK_TWICE,
                    CALLBACK_LATE,
                    CALLBACK_REORDERED,
                    CALLBACK_FROM_THE_FUTURE,
                    NEVER_CONFIRMS -> throw new IllegalStateException(fault.kind() + " is not for calls");
        }
    }

    private static void send(Exchange exchange, Gate.Told told, int length) throws IOException {
        if (told.file().isPresent() && length == told.body().length) {
            FileAnswer.send(exchange, told.body(), told.file().get());
            return;
        }
        exchange.set("Server", "nginx");
        exchange.set("Content-Type", "application/json; charset=UTF-8");
        if (told.errcode() != 0) {
            exchange.set("Error-Code", Integer.toString(told.errcode()));
            exchange.set("Error-Msg", headerText(told.errmsg()));
        }
        if (!told.forgiven().isEmpty()) {
            exchange.set("Simulator-Forgave", headerText(String.join(", ", told.forgiven())));
        }
        exchange.answer(200, told.body(), 0, length, told.body().length);
    }

    /// What a caller wrote may come back in an error's text; a header holds printable ASCII of a
    /// bounded length.
    private static String headerText(String text) {
        var printable = text.replaceAll("[^ -~]", "?");
        return printable.substring(0, Math.min(printable.length(), LONGEST_HEADER));
    }

    private static void page(Exchange exchange, int status) throws IOException {
        exchange.set("Server", "nginx");
        exchange.set("Content-Type", "text/html");
        exchange.answer(status, HTML);
    }

    private static void hold(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(
            Gate.Asked asked, Optional<Corp> corp, int status, int errcode, Optional<FaultRule> fault, long started) {
        counters.called(asked.path(), errcode);
        log.add(new CallLog.Entry(
                log.nextNumber(),
                corp.map(Corp::corpId).orElse(""),
                corp.map(found -> agentOf(found, asked)).orElse(0),
                asked.method(),
                asked.path(),
                corp.map(found -> found.clock().now()).orElse(0L),
                System.currentTimeMillis(),
                status,
                errcode,
                fault.map(rule -> rule.kind().name()).orElse(null),
                errcode == 0,
                (System.nanoTime() - started) / 1000,
                request(asked)));
    }

    private static int agentOf(Corp corp, Gate.Asked asked) {
        var token = asked.query().path("access_token").asText("");
        return corp.locked(() ->
                corp.directory().token(token).map(found -> found.agentId()).orElse(0));
    }

    /// The beginning of the body, or the query without its secrets.
    private static String request(Gate.Asked asked) {
        if (asked.body().length > 0 && !asked.contentType().startsWith("multipart/")) {
            var length = Math.min(asked.body().length, LOGGED);
            return new String(asked.body(), 0, length, StandardCharsets.UTF_8);
        }
        var query = new StringBuilder();
        asked.query()
                .properties()
                .forEach(pair -> query.append(query.isEmpty() ? "" : "&")
                        .append(pair.getKey())
                        .append('=')
                        .append(pair.getValue().asText()));
        return SECRET.matcher(query).replaceAll("$1=…");
    }
}
