package cn.siyu.application.channel;

import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.policy.PolicyReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Touchpoints and kinds of interaction for tests.
public final class TestJourney {
    private TestJourney() {}

    /// The values of an edition.
    public static Map<String, Object> values() {
        return Map.of(
                "touchpoints",
                touchpoints(),
                "kinds",
                kinds(),
                "filledBy",
                Map.of(
                        "NEED", List.of("MOMENTS"),
                        "INFORMATION", List.of("SEARCH"),
                        "COMPARISON", List.of("LIVE"),
                        "PURCHASE", List.of("MINI_PROGRAM", "STORE"),
                        "AFTER", List.of()));
    }

    /// The same, read.
    public static JourneyPolicy policy() {
        return PolicyReader.read(values(), JourneyPolicy::from).orThrow();
    }

    private static Map<String, Object> touchpoints() {
        return Map.of(
                "PRIVATE_CHAT", touchpoint("私聊", "PURCHASE"),
                "CHAT", touchpoint("聊天"),
                "MOMENTS", touchpoint("朋友圈", "NEED"),
                "MINI_PROGRAM", touchpoint("小程序", "PURCHASE"),
                "LIVE", touchpoint("直播", "COMPARISON"),
                "SEARCH", touchpoint("搜一搜", "INFORMATION"),
                "STORE", touchpoint("门店", "PURCHASE"),
                "UNKNOWN", touchpoint("未注明"));
    }

    private static Map<String, Object> kinds() {
        var kinds = new LinkedHashMap<String, Object>();
        kinds.put("REPLY", kind("INTEREST", true, "REPLIED"));
        kinds.put("CLICK", kind("INTEREST", true, null));
        kinds.put("READ", kind("INTEREST", false, null));
        kinds.put("VISIT", kind("INTEREST", true, "VISITED"));
        kinds.put("COUPON_CLAIMED", kind("PREFERENCE", true, "CLAIMED_COUPON"));
        kinds.put("LIKE", kind("INTEREST", false, "LIKED"));
        kinds.put("COMMENT", kind("INTEREST", false, "COMMENTED"));
        kinds.put("WATCHED", kind("INTEREST", false, null));
        kinds.put("NOT_INTERESTED", kind("DISLIKE", false, "NOT_INTERESTED"));
        kinds.put("COMPLAINT", kind("DISLIKE", false, "COMPLAINED"));
        return kinds;
    }

    private static Map<String, Object> touchpoint(String name, String... serves) {
        return Map.of("name", name, "nameZh", name, "serves", List.of(serves));
    }

    private static Map<String, Object> kind(String signal, boolean response, @Nullable String evidence) {
        var kind = new LinkedHashMap<String, Object>();
        kind.put("name", "kind");
        kind.put("nameZh", "类型");
        kind.put("signal", signal);
        kind.put("response", response);
        if (evidence != null) {
            kind.put("evidence", evidence);
        }
        return kind;
    }
}
