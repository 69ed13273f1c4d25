package cn.siyu.adapter.wecomsimulator.callback;

import cn.siyu.adapter.wecomsimulator.callback.Outward.Outcome;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.measure.Counters;
import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.PostRow;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts waiting callbacks in order. The platform's rule: an answer other than 200, or none within
/// 5 s, is repeated until there have been three deliveries in all; then the event is dropped.
///
/// One thing differs, on purpose: on a *stepped* clock an application that nobody answers for
/// (connection refused) is not an application that fails but one that is not running, and time
/// stands still until it runs: the event is kept, and [#deliver] says so.
public final class CallbackDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackDelivery.class);
    private static final int DELIVERIES = 3;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private final Outward outward;
    private final Duration pause;
    private final CallbackFaults faults;
    private final Counters counters;
    private final SecureRandom random = new SecureRandom();

    /// A delivery service.
    /// @param pause between two deliveries of one event when nobody listens at the address; on a
    ///     real clock only
    public CallbackDelivery(Outward outward, Duration pause, FaultRules rules, Counters counters) {
        this.outward = outward;
        this.counters = counters;
        this.faults = new CallbackFaults(rules);
        this.pause = pause;
    }

    /// Sends everything that waits. Call in the corp's turn, without its lock.
    /// @return false when the application is not running and events were kept for later
    public boolean deliver(Corp corp) {
        for (var post = first(corp); post != null; post = first(corp)) {
            var fate = faults.fateOf(corp, post);
            if (fate.heldUntil().isPresent()) {
                var held = new PostRow.Held(post.sequence(), fate.heldUntil().getAsLong());
                corp.locked(() -> corp.put(held));
                faults.forget(corp, post);
                counters.count(Counters.Callback.HELD);
                continue;
            }
            if (fate.copies() == 0) {
                counters.count(Counters.Callback.LOST);
            }
            for (var copy = 0; copy < fate.copies(); copy++) {
                if (!deliver(corp, fate.post())) {
                    return false;
                }
            }
            var done = new PostRow.Done(post.sequence());
            corp.locked(() -> corp.put(done));
            faults.forget(corp, post);
        }
        return true;
    }

    /// Lets held events go whose time has come.
    /// @return whether there were any
    public boolean release(Corp corp) {
        return corp.locked(() -> {
            var due = corp.outbox().releasable(corp.clock().now());
            due.forEach(sequence -> corp.put(new PostRow.Released(sequence)));
            return !due.isEmpty();
        });
    }

    private static @Nullable PostRow first(Corp corp) {
        return corp.locked(() -> corp.outbox().first(PostRow.Kind.CALLBACK)).orElse(null);
    }

    private boolean deliver(Corp corp, PostRow post) {
        var callback = corp.locked(() -> corp.directory().app(post.agentId()).map(AppRow::callback));
        if (callback.isEmpty()) {
            return true;
        }
        for (var delivery = 1; delivery <= DELIVERIES; delivery++) {
            switch (attempt(corp, callback.get(), post)) {
                case Outcome.Answered(var status, var _)
                when status == 200 -> {
                    counters.count(Counters.Callback.DELIVERED);
                    return true;
                }
                case Outcome.Answered(var status, var _) ->
                    LOG.info("callback {} answered {}", post.sequence(), status);
                case Outcome.Unanswered(var reason) -> LOG.info("callback {}: {}", post.sequence(), reason);
                case Outcome.Unreachable(var reason) -> {
                    if (corp.clock().isStepped()) {
                        return false;
                    }
                    LOG.info("callback {}: {}", post.sequence(), reason);
                    waitABit();
                }
            }
            counters.count(Counters.Callback.FAILED_ATTEMPT);
        }
        counters.count(Counters.Callback.DROPPED);
        LOG.warn("callback {} of {} dropped after {} deliveries", post.sequence(), corp.corpId(), DELIVERIES);
        return true;
    }

    private Outcome attempt(Corp corp, AppRow.Callback callback, PostRow post) {
        var crypto = new CallbackCrypto(callback.token(), callback.aesKey(), corp.corpId());
        var encrypted = crypto.encrypt(post.body().asText(), noise());
        var body = "<xml><ToUserName><![CDATA[" + corp.corpId() + "]]></ToUserName><AgentID><![CDATA[" + post.agentId()
                + "]]></AgentID><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        var headers = Map.of("Content-Type", "text/xml; charset=utf-8");
        return outward.post(signed(callback, crypto, corp, encrypted, ""), headers, body, ANSWER_WITHIN);
    }

    /// Verifies a callback setting as the platform does when it is saved: a GET with an encrypted
    /// text that must come back plain.
    /// @return `""` when it passes, else what was wrong
    public String verify(Corp corp, AppRow.Callback callback) {
        var crypto = new CallbackCrypto(callback.token(), callback.aesKey(), corp.corpId());
        var secret = Long.toString(random.nextLong(1L << 62));
        var encrypted = crypto.encrypt(secret, noise());
        var uri = signed(callback, crypto, corp, encrypted, "&echostr=" + encode(encrypted));
        return switch (outward.get(uri, Map.of(), ANSWER_WITHIN)) {
            case Outcome.Answered(var status, var body) when status == 200 && body.equals(secret) -> "";
            case Outcome.Answered(var status, var body) ->
                "the callback URL answered %d with %d characters; it must answer 200 and the decrypted echostr, nothing else"
                        .formatted(status, body.length());
            case Outcome.Unreachable(var reason) -> "the callback URL cannot be reached: " + reason;
            case Outcome.Unanswered(var reason) -> "the callback URL did not answer: " + reason;
        };
    }

    private URI signed(AppRow.Callback callback, CallbackCrypto crypto, Corp corp, String encrypted, String more) {
        var timestamp = Long.toString(corp.clock().now());
        var nonce = Long.toString(random.nextInt(1_000_000_000, Integer.MAX_VALUE));
        var signature = crypto.sign(timestamp, nonce, encrypted);
        var joint = callback.url().contains("?") ? "&" : "?";
        return URI.create(callback.url() + joint + "msg_signature=" + signature + "&timestamp=" + timestamp + "&nonce="
                + nonce + more);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        var bytes = new byte[12];
        random.nextBytes(bytes);
        return Base64.getEncoder().encode(bytes);
    }

    private void waitABit() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
