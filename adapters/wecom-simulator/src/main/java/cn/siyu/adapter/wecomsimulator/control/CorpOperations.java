package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.behaviour.BehaviourPlan;
import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Request;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.BehaviourRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.PlatformLimits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operations on corps: load, read, remove; apps, limits, behaviour; actions by hand.
final class CorpOperations {
    private static final String CORP = "/simulator/corps/{corp}";

    private CorpOperations() {}

    /// The body of `PUT …/apps/{agentId}/callback`; `verify` false saves without asking the
    /// address.
    record CallbackBody(
            String url,
            String token,
            String aesKey,
            @Nullable Boolean verify) {}

    /// The body of `PATCH …/apps/{agentId}`; what is not given stays. A new secret makes the old
    /// one answer 40001.
    record AppBody(
            @Nullable String secret,
            @Nullable Boolean enabled,
            @Nullable Boolean customerContact,
            @Nullable List<String> visible,
            @Nullable List<String> trustedIps) {}

    /// The body of `PUT …/limits`.
    ///
    /// @param enabled whether limits are enforced; as before when not given
    /// @param overrides limits that differ from the published ones, by name, in place of those
    ///     given before; as before when not given
    record LimitsBody(@Nullable Boolean enabled, @Nullable ObjectNode overrides) {}

    /// The body of `PUT …/mode`.
    record ModeBody(CorpFile.@Nullable Strictness mode) {}

    static void addTo(ControlRoute route, Operations.Parts parts) {
        var loader = new CorpLoader(parts.world(), parts.machine());
        route.on(
                        "GET",
                        "/simulator/corps",
                        200,
                        _ -> Map.of(
                                "corps",
                                parts.world().corps().stream().map(Corp::corpId).toList()))
                .on("POST", "/simulator/corps", 201, request -> {
                    var corp = loader.load(request.read(CorpFile.class));
                    parts.behaviour().begin(corp);
                    return summary(corp);
                })
                .on("GET", CORP, 200, request -> summary(corp(parts, request)))
                .on("DELETE", CORP, 200, request -> {
                    var corp = corp(parts, request);
                    return Map.of("removed", parts.world().remove(corp.corpId()));
                })
                .on("PUT", CORP + "/apps/{agent}/callback", 200, request -> callback(parts, request))
                .on("DELETE", CORP + "/apps/{agent}/callback", 200, request -> {
                    var corp = corp(parts, request);
                    var app = app(corp, request);
                    corp.locked(() -> corp.put(app.with((AppRow.Callback) null)));
                    return summary(corp);
                })
                .on("PATCH", CORP + "/apps/{agent}", 200, request -> app(parts, request))
                .on("GET", CORP + "/limits", 200, request -> limits(corp(parts, request)))
                .on("PUT", CORP + "/limits", 200, request -> limits(parts, request))
                .on("PUT", CORP + "/mode", 200, request -> mode(parts, request))
                .on("PUT", CORP + "/behaviour", 200, request -> behaviour(parts, request))
                .on("POST", CORP + "/actions", 200, request -> act(parts, request));
    }

    static Corp corp(Operations.Parts parts, Request request) {
        var id = request.variable("corp");
        return parts.world().corp(id).orElseThrow(() -> ControlError.notFound("there is no corp " + id));
    }

    private static AppRow app(Corp corp, Request request) {
        var agentId = PlatformOperations.number(request.variable("agent"));
        return corp.locked(() -> corp.directory().app(agentId))
                .orElseThrow(() -> ControlError.notFound("there is no app " + agentId));
    }

    private static ObjectNode callback(Operations.Parts parts, Request request) throws IOException {
        var corp = corp(parts, request);
        var app = app(corp, request);
        var body = request.read(CallbackBody.class);
        var callback = CorpLoader.callback(new CorpFile.Callback(body.url(), body.token(), body.aesKey()));
        var wrong = Boolean.FALSE.equals(body.verify()) ? "" : parts.callbacks().verify(corp, callback);
        if (!wrong.isEmpty()) {
            throw ControlError.bad(wrong);
        }
        corp.locked(() -> corp.put(app.with(callback)));
        return summary(corp);
    }

    private static ObjectNode app(Operations.Parts parts, Request request) throws IOException {
        var corp = corp(parts, request);
        var app = app(corp, request);
        var body = request.read(AppBody.class);
        if (body.secret() != null) {
            secret(corp, app, body.secret());
        }
        corp.locked(() -> corp.put(new AppRow(
                app.agentId(),
                app.name(),
                orElse(body.secret(), app.secret()),
                orElse(body.customerContact(), app.customerContact()),
                orElse(body.visible(), app.visible()),
                orElse(body.trustedIps(), app.trustedIps()),
                orElse(body.enabled(), app.enabled()),
                app.callback())));
        return summary(corp);
    }

    /// A secret names one app.
    private static void secret(Corp corp, AppRow app, String secret) {
        Values.text("secret", secret, CorpFile.LONGEST_SECRET);
        var taken = corp.locked(() -> corp.directory().appBySecret(secret));
        if (taken.isPresent() && taken.get().agentId() != app.agentId()) {
            throw ControlError.bad("secret is that of another app");
        }
    }

    private static <T> T orElse(@Nullable T given, T before) {
        return given == null ? before : given;
    }

    private static ObjectNode limits(Operations.Parts parts, Request request) throws IOException {
        var corp = corp(parts, request);
        var body = request.read(LimitsBody.class);
        var overrides = body.overrides() == null ? corp.row().overrides() : body.overrides();
        PlatformLimits.PUBLISHED.with(overrides);
        var enabled = body.enabled() == null ? corp.row().limits() : body.enabled();
        corp.locked(() -> corp.put(corp.row().withLimits(enabled, overrides)));
        return limits(corp);
    }

    private static ObjectNode limits(Corp corp) {
        var node = Json.object().put("enabled", corp.row().limits());
        var overrides = corp.row().overrides();
        node.set("overrides", overrides == null ? Json.object() : overrides);
        node.set("inForce", Json.MAPPER.valueToTree(corp.limits()));
        return node;
    }

    private static ObjectNode mode(Operations.Parts parts, Request request) throws IOException {
        var corp = corp(parts, request);
        var mode = request.read(ModeBody.class).mode();
        if (mode == null) {
            throw ControlError.bad("mode must be STRICT or LENIENT");
        }
        corp.locked(() -> corp.put(corp.row().withLeniency(mode == CorpFile.Strictness.LENIENT)));
        return summary(corp);
    }

    private static ObjectNode behaviour(Operations.Parts parts, Request request) throws IOException {
        var corp = corp(parts, request);
        var given = request.read(BehaviourPlan.class);
        given.check();
        var plan = Json.MAPPER.valueToTree(given);
        corp.locked(() -> corp.put(new BehaviourRow(plan)));
        parts.behaviour().begin(corp);
        return summary(corp);
    }

    /// The answer comes when the act and the callbacks it raised are done.
    private static ObjectNode act(Operations.Parts parts, Request request) throws IOException {
        var corp = corp(parts, request);
        var action = request.read(Action.class);
        return corp.inTurn(() -> {
            var answer = corp.locked(() -> new Acting(corp, parts.behaviour().feed()).perform(action));
            parts.behaviour().stage().deliver(corp);
            return answer;
        });
    }

    private static ObjectNode summary(Corp corp) {
        return corp.locked(() -> {
            var node = Json.object()
                    .put("corpId", corp.corpId())
                    .put("name", corp.row().name());
            node.put("mode", corp.lenient() ? "LENIENT" : "STRICT");
            node.put("limits", corp.limited())
                    .put("clock", ClockOperations.mode(corp).name());
            node.put("departments", corp.directory().departments().size());
            node.put("staff", corp.directory().staff().size());
            node.put("customers", corp.contacts().count())
                    .put("tags", corp.tags().count());
            node.put("contactWays", corp.ways().count())
                    .put("massMessages", corp.messages().count())
                    .put("massRecipients", corp.messages().recipients());
            node.put("groups", corp.chats().count());
            node.put("pendingEvents", corp.agenda().pending())
                    .put("arrived", corp.agenda().arrivals());
            node.put("undelivered", corp.outbox().everything().size());
            node.put("behaviour", corp.agenda().behaviour().isPresent());
            var apps = node.putArray("apps");
            for (var app : corp.directory().apps()) {
                var each = apps.addObject().put("agentId", app.agentId()).put("name", app.name());
                each.put("secret", app.secret()).put("enabled", app.enabled());
                each.put("customerContact", app.customerContact());
                each.put(
                        "callbackUrl",
                        app.callback() == null ? null : app.callback().url());
            }
            return node;
        });
    }
}
