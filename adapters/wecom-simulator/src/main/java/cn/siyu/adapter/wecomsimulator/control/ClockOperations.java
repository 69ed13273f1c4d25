package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Request;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.ClockRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Operations on a corp's clock.
final class ClockOperations {
    private static final String CLOCK = "/simulator/corps/{corp}/clock";

    private ClockOperations() {}

    /// The body of `PUT …/clock`. A stepped clock may be set forward this way without anything
    /// happening in between.
    ///
    /// @param speed how many seconds of a scaled clock pass in one of the machine's
    record ClockBody(
            CorpFile.@Nullable Mode mode,
            @Nullable Instant now,
            @Nullable Double speed) {}

    /// The setting that makes a corp's clock show `now` and go on by a mode.
    static ClockRow setting(Corp corp, CorpFile.Mode mode, long now, int granularity, double speed) {
        return switch (mode) {
            case REAL -> new ClockRow(false, now, granularity);
            case STEPPED -> new ClockRow(true, now, granularity);
            case SCALED ->
                new ClockRow(false, now, granularity, speed, corp.clock().machineMillis());
        };
    }

    static CorpFile.Mode mode(Corp corp) {
        if (corp.clock().isStepped()) {
            return CorpFile.Mode.STEPPED;
        }
        return corp.clock().isReal() ? CorpFile.Mode.REAL : CorpFile.Mode.SCALED;
    }

    /// The body of `POST …/clock/steps`.
    record StepBody(@Nullable Instant to) {}

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on("GET", CLOCK, 200, request -> clock(parts, CorpOperations.corp(parts, request)))
                .on("PUT", CLOCK, 200, request -> set(parts, request))
                .on("POST", CLOCK + "/steps", 200, request -> step(parts, request));
    }

    private static ObjectNode clock(Operations.Parts parts, Corp corp) {
        var node = Json.object().put("mode", mode(corp).name());
        if (mode(corp) == CorpFile.Mode.SCALED) {
            node.put("speed", corp.clock().setting().speed());
        }
        node.put("now", Instant.ofEpochSecond(corp.clock().now()).toString());
        var next = parts.behaviour().stage().nextDueAt(corp);
        return next.isPresent()
                ? node.put("nextDueAt", Instant.ofEpochSecond(next.getAsLong()).toString())
                : node.putNull("nextDueAt");
    }

    private static ObjectNode set(Operations.Parts parts, Request request) throws IOException {
        var corp = CorpOperations.corp(parts, request);
        var body = request.read(ClockBody.class);
        var mode = body.mode() == null ? mode(corp) : body.mode();
        var setting = corp.clock().setting();
        var speed = body.speed() == null ? (setting.speed() == 0 ? 60 : setting.speed()) : body.speed();
        if (!(speed > 0 && speed <= CorpFile.FASTEST)) {
            throw ControlError.bad("speed must be above 0 and at most " + CorpFile.FASTEST);
        }
        var before = corp.clock().now();
        var now = body.now() == null ? before : body.now().getEpochSecond();
        if (mode != CorpFile.Mode.REAL && now < before) {
            throw ControlError.bad("a clock does not go back: it is " + Instant.ofEpochSecond(before));
        }
        corp.inTurn(() -> {
            corp.locked(() -> corp.put(setting(corp, mode, now, setting.granularity(), speed)));
            return mode;
        });
        return clock(parts, corp);
    }

    private static ObjectNode step(Operations.Parts parts, Request request) throws IOException {
        var corp = CorpOperations.corp(parts, request);
        var to = request.read(StepBody.class).to();
        if (to == null) {
            throw ControlError.bad("to must be given, such as 2026-03-02T00:00:00Z");
        }
        if (!corp.clock().isStepped()) {
            throw ControlError.conflict(
                    "the clock of " + corp.corpId() + " is " + mode(corp) + "; only a STEPPED clock can be stepped");
        }
        // whoever steps may have been killed before it knew how far it had come; it asks again
        var target = Math.max(to.getEpochSecond(), corp.clock().now());
        var step = parts.behaviour().stage().step(corp, target);
        return clock(parts, corp).put("events", step.events()).put("halted", step.halted());
    }
}
