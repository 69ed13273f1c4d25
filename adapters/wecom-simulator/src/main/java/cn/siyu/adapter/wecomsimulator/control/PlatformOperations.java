package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Request;
import cn.siyu.adapter.wecomsimulator.fault.FaultRule;
import cn.siyu.adapter.wecomsimulator.fault.Outage;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.ErrcodeTable;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operations on the platform as a whole: health, outages and faults.
final class PlatformOperations {
    private PlatformOperations() {}

    /// The body of `PUT /simulator/outage`.
    record OutageBody(Outage mode) {}

    /// The body of `POST /simulator/faults`; see [FaultRule] for the fields.
    record FaultBody(
            @Nullable String corpId,
            @Nullable String path,
            FaultRule.@Nullable Kind kind,
            @Nullable Double rate,
            int skip,
            @Nullable Integer count,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long seed,
            @Nullable Integer errcode,
            @Nullable String errmsg,
            boolean afterWork,
            long delayMillis,
            @Nullable Integer seconds) {
        FaultRule rule(int id) {
            if (kind == null) {
                throw ControlError.bad("a fault needs a kind");
            }
            var usual = kind == FaultRule.Kind.BLOCK ? Errcode.TOO_FREQUENT.code() : Errcode.SYSTEM_BUSY.code();
            var code = errcode == null ? usual : errcode;
            return new FaultRule(
                    id,
                    corpId,
                    path == null ? "*" : path,
                    kind,
                    rate == null ? 1 : rate,
                    skip,
                    count,
                    from,
                    until,
                    seed == null ? id : seed,
                    code,
                    errmsg == null ? ErrcodeTable.errmsg(code) : errmsg,
                    afterWork,
                    delayMillis,
                    seconds == null ? kind.usualSeconds() : seconds);
        }
    }

    static void addTo(ControlRoute route, Operations.Parts parts) {
        var faults = parts.faults();
        route.on(
                        "GET",
                        "/simulator/health",
                        200,
                        _ -> Map.of(
                                "status",
                                "UP",
                                "corps",
                                parts.world().corps().size(),
                                "broken",
                                parts.world().broken()))
                .on(
                        "GET",
                        "/simulator/outage",
                        200,
                        _ -> Map.of("mode", parts.platform().outage()))
                .on("PUT", "/simulator/outage", 200, request -> outage(parts, request))
                .on("GET", "/simulator/errcodes", 200, _ -> Map.of("errcodes", ErrcodeTable.entries()))
                .on("GET", "/simulator/faults", 200, _ -> Map.of("faults", faults.all()))
                .on("POST", "/simulator/faults", 201, request -> faults.add(request.read(FaultBody.class)::rule))
                .on("DELETE", "/simulator/faults", 200, _ -> {
                    faults.clear();
                    return Map.of("faults", faults.all());
                })
                .on("DELETE", "/simulator/faults/{id}", 200, request -> {
                    if (!faults.remove(number(request.variable("id")))) {
                        throw ControlError.notFound("there is no fault " + request.variable("id"));
                    }
                    return Map.of("faults", faults.all());
                });
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw ControlError.bad("not a whole number: " + text);
        }
    }

    private static Object outage(Operations.Parts parts, Request request) throws IOException {
        var mode = request.read(OutageBody.class).mode();
        if (mode == null) {
            throw ControlError.bad("mode must be NONE, RESET or BAD_GATEWAY");
        }
        parts.platform().outage(mode);
        return Map.of("mode", mode);
    }
}
