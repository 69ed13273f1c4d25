package cn.siyu.adapter.wecomsimulator.callback;

import cn.siyu.adapter.wecomsimulator.fault.FaultRule;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.PostRow;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Decides what becomes of a callback that a fault rule strikes. Each callback meets the rules
/// once, however often its delivery is tried.
final class CallbackFaults {
    private static final Pattern KIND =
            Pattern.compile("<(Event|ChangeType)><!\\[CDATA\\[(.*?)]]></(?:Event|ChangeType)>");
    private static final Pattern TIME = Pattern.compile("<CreateTime>(\\d+)</CreateTime>");
    private final FaultRules rules;
    private final Map<String, Fate> decided = new ConcurrentHashMap<>();

    CallbackFaults(FaultRules rules) {
        this.rules = rules;
    }

    /// What becomes of a callback.
    ///
    /// @param post the callback, perhaps changed
    /// @param copies how often it is delivered; 0 = it is lost
    /// @param heldUntil it is not delivered before this moment of the corp's clock
    record Fate(PostRow post, int copies, OptionalLong heldUntil) {
        private static Fate usual(PostRow post) {
            return new Fate(post, 1, OptionalLong.empty());
        }
    }

    Fate fateOf(Corp corp, PostRow post) {
        return decided.computeIfAbsent(key(corp, post), _ -> decide(corp, post));
    }

    void forget(Corp corp, PostRow post) {
        decided.remove(key(corp, post));
    }

    private static String key(Corp corp, PostRow post) {
        return corp.corpId() + "|" + post.sequence();
    }

    private Fate decide(Corp corp, PostRow post) {
        if (corp.locked(() -> corp.outbox().wasHeld(post.sequence()))) {
            return Fate.usual(post);
        }
        var now = corp.clock().now();
        return rules.onCallback(corp.corpId(), event(post), now)
                .map(rule -> struck(rule, post, now))
                .orElseGet(() -> Fate.usual(post));
    }

    private static Fate struck(FaultRule rule, PostRow post, long now) {
        return switch (rule.kind()) {
            case CALLBACK_LOST -> new Fate(post, 0, OptionalLong.empty());
            case CALLBACK_TWICE -> new Fate(post, 2, OptionalLong.empty());
            case CALLBACK_LATE -> new Fate(post, 1, OptionalLong.of(now + rule.seconds()));
            case CALLBACK_REORDERED -> new Fate(post, 1, OptionalLong.of(now + lag(rule, post)));
            case CALLBACK_FROM_THE_FUTURE -> Fate.usual(shifted(post, rule.seconds()));
            default -> throw new IllegalStateException(rule.kind() + " is not for callbacks");
        };
    }

    private static long lag(FaultRule rule, PostRow post) {
        return 1 + new SplittableRandom(rule.seed() * 31 + post.sequence()).nextLong(Math.max(1, rule.seconds()));
    }

    private static PostRow shifted(PostRow post, int seconds) {
        var body = TIME.matcher(post.body().asText())
                .replaceFirst(found -> "<CreateTime>" + (Long.parseLong(found.group(1)) + seconds) + "</CreateTime>");
        return new PostRow(
                post.sequence(),
                post.kind(),
                post.at(),
                post.agentId(),
                post.path(),
                post.key(),
                TextNode.valueOf(body));
    }

    /// The event and its change type, with a slash between.
    private static String event(PostRow post) {
        var kind = new StringBuilder();
        var found = KIND.matcher(post.body().asText());
        while (found.find()) {
            kind.append(kind.isEmpty() ? "" : "/").append(found.group(2));
        }
        return kind.toString();
    }
}
