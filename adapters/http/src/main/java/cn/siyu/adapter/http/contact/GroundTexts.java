package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Vocabulary;
import cn.siyu.application.contact.port.Explanation.Ground;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts a ground into words: what speaks against the contact, with the numbers it was decided by,
/// and what to do.
final class GroundTexts {
    private static final String UNTIL = "until";

    private GroundTexts() {}

    static Text of(Ground ground) {
        Text what = what(ground);
        return constant(SendRemedy.values(), ground.remedy())
                .map(remedy -> what.and(Vocabulary.meaning(remedy)))
                .orElse(what);
    }

    private static Text what(Ground ground) {
        Numbers numbers = new Numbers(ground.numbers());
        return switch (ground.code()) {
            case "NO_CONSENT" -> Text.of("Consent to marketing is %s.", "客户对营销的同意状态为 %s。", numbers.at("consent"));
            case "OPTED_OUT" -> Text.of("The customer opted out of %s.", "客户已退订 %s。", numbers.at("touchpoint"));
            case "NOT_INTERESTED_UNTIL" ->
                Text.of(
                        "The customer tapped not interested; this account stays silent until %s.",
                        "客户点击了不感兴趣，该账号需静默至 %s。", numbers.at(UNTIL));
            case "LOW_TRUST" ->
                Text.of(
                        "Trust is %s and marketing needs %s.",
                        "信任分为 %s，营销触达至少需要 %s。", numbers.at("trust"), numbers.at("limit"));
            case "PAUSED" ->
                Text.of(
                        "%s marketing messages in a row were ignored; from %s on marketing pauses.",
                        "已连续忽略 %s 条营销消息，达到 %s 条即暂停。", numbers.at("ignoredInARow"), numbers.at("limit"));
            case "GAP" ->
                Text.of(
                        "The last marketing contact was at %s; with %s ignored in a row the gap is %s, so the next one is"
                                + " possible at %s.",
                        "上次营销触达在 %s；连续忽略 %s 条时间隔为 %s，下次可在 %s。",
                        numbers.at("lastContactAt"),
                        numbers.at("ignoredInARow"),
                        numbers.at("gap"),
                        numbers.at(UNTIL));
            case "PLATFORM_QUOTA" ->
                Text.of(
                        "The platform lets %s through (%s); %s were used in %s. The next one fits at %s.",
                        "平台频次上限为 %s（%s），已用 %s（周期 %s），下次可在 %s。",
                        numbers.at("limit"),
                        numbers.at("rule"),
                        numbers.at("used"),
                        numbers.at("period"),
                        numbers.at(UNTIL));
            case "BRAND_CAP" ->
                Text.of(
                        "%s of %s marketing contacts of this month are used; the next month begins at %s.",
                        "本月营销触达已用 %s 次，上限 %s 次，下月自 %s 开始。",
                        numbers.at("used"),
                        numbers.at("perMonth"),
                        numbers.at(UNTIL));
            case "QUIET_HOURS" ->
                Text.of(
                        "Quiet hours are %s to %s in %s; the next moment outside is %s.",
                        "免打扰时段为 %s 至 %s（%s），下次可在 %s。",
                        numbers.at("from"),
                        numbers.at("to"),
                        numbers.at("zone"),
                        numbers.at(UNTIL));
            case "ACCOUNT_PACE" ->
                Text.of(
                        "The account has its %s messages of today; there is room again at %s.",
                        "该账号今天的 %s 条消息已满，%s 起有余量。", numbers.at("perDay"), numbers.at(UNTIL));
            case "FORBIDDEN_CLAIM" ->
                Text.of("The persona of the account never says %s.", "账号人设禁用：%s。", numbers.listed("claims"));
            default -> byCode(ground.code());
        };
    }

    private static Text byCode(String code) {
        return constant(SendReason.values(), code).map(Vocabulary::meaning).orElseGet(() -> Text.same(code));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Stream.of(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private record Numbers(Map<String, Object> values) {
        Object at(String name) {
            return values.getOrDefault(name, "?");
        }

        String listed(String name) {
            return at(name) instanceof List<?> all
                    ? all.stream().map(String::valueOf).collect(Collectors.joining("、"))
                    : String.valueOf(at(name));
        }
    }
}
