package cn.siyu.adapter.wecomsimulator.front;

import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits;
import cn.siyu.adapter.wecomsimulator.world.TokenRow;
import cn.siyu.adapter.wecomsimulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Gives out access tokens (gettoken): one per app, the same while it is valid, and knows them
/// again.
final class TokenDesk {
    private final World world;
    private final FrequencyLimits addresses;
    private final FrequencyLimits wrongSecrets = new FrequencyLimits();

    TokenDesk(World world, FrequencyLimits addresses) {
        this.world = world;
        this.addresses = addresses;
    }

    /// Answers gettoken.
    void give(Params params, String ip, ObjectNode answer) {
        var secret = params.text("corpsecret");
        if (secret.isEmpty()) {
            throw Errcode.NO_SECRET.error();
        }
        var corpId = params.text("corpid");
        if (corpId.isEmpty()) {
            throw Errcode.NO_CORPID.error();
        }
        var corp = world.corp(corpId).orElseThrow(Errcode.BAD_CORPID::error);
        corp.locked(() -> give(corp, secret, ip, answer));
    }

    private void give(Corp corp, String secret, String ip, ObjectNode answer) {
        var now = corp.clock().now();
        var counted = corp.corpId() + "|" + ip;
        if (corp.limited() && wrongSecrets.isBlocked(counted, now)) {
            throw Errcode.TOO_FREQUENT.error();
        }
        var app = corp.directory().appBySecret(secret).filter(AppRow::enabled).orElse(null);
        if (app == null) {
            wrongSecrets.admit(counted, now, corp.limits().wrongSecrets());
            throw Errcode.BAD_SECRET.error();
        }
        Gate.checkFrequency(corp, addresses, Gate.GETTOKEN, "|" + app.agentId(), ip, now);
        var token = corp.directory()
                .tokenOf(app)
                .filter(given -> !given.isVoid() && given.expiresAt() > now)
                .orElseGet(() -> fresh(corp, app, now));
        answer.put("access_token", token.value()).put("expires_in", token.expiresAt() - now);
    }

    private TokenRow fresh(Corp corp, AppRow app, long now) {
        var number = corp.directory().tokenOf(app).map(TokenRow::value).orElse("");
        var value = corp.ids().token(app.agentId() + "|" + app.secret() + "|" + now + "|" + number);
        var token = new TokenRow(app.agentId(), value, now + corp.limits().tokenSeconds(), false);
        corp.put(token);
        world.tokenGiven(value, corp);
        return token;
    }

    /// Ends the token of a call before its time.
    static void takeBack(Corp corp, Gate.Asked asked) {
        var value = asked.query().path("access_token").asText("");
        corp.locked(() -> corp.directory()
                .token(value)
                .ifPresent(token -> corp.put(new TokenRow(token.agentId(), value, token.expiresAt(), true))));
    }

    /// The app that a token belongs to. Call with the corp's lock held.
    static AppRow appOf(Corp corp, String value, long now) {
        var token = corp.directory().token(value).orElseThrow(Errcode.BAD_TOKEN::error);
        if (token.isVoid()) {
            throw Errcode.BAD_TOKEN.error();
        }
        if (token.expiresAt() <= now) {
            throw Errcode.TOKEN_EXPIRED.error();
        }
        return corp.directory().app(token.agentId()).filter(AppRow::enabled).orElseThrow(Errcode.BAD_TOKEN::error);
    }
}
