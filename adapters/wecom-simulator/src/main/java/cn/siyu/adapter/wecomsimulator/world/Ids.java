package cn.siyu.adapter.wecomsimulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Ids in the shapes of the platform. They are functions of what they name, so that the same run
/// gives the same ids; all ids of one corp share eight characters behind the prefix, as on the
/// platform.
public final class Ids {
    private static final int BODY = 22;
    private final String corpId;
    private final String mark;

    Ids(String corpId) {
        this.corpId = corpId;
        this.mark = letters("mark|" + corpId, 6) + "AA";
    }

    /// `wm…`/`wo…`, 32 characters.
    public String customer(int number, int type) {
        return (type == 2 ? "wo" : "wm") + shaped("customer|" + number);
    }

    /// The unionid of a customer who has one, 28 characters.
    public String unionid(int number) {
        return "o" + letters(corpId + "|unionid|" + number, 27);
    }

    /// `et…`, 32 characters; `taken` says which exist already.
    public String tag(String of, Predicate<String> taken) {
        return fresh("tag|" + of, seed -> "et" + shaped(seed), taken);
    }

    /// `wr…`, 32 characters.
    public String chat(String of, Predicate<String> taken) {
        return fresh("chat|" + of, seed -> "wr" + shaped(seed), taken);
    }

    /// What a state of a group's members is called, 32 lower-case hexadecimal digits.
    public String memberVersion(ChatRow chat, int revision) {
        var of = corpId + "|members|" + chat.chatId() + "|" + revision;
        return HexFormat.of().formatHex(digest(of), 0, 16);
    }

    /// What a mini program that is opened inside a group sees of it (opengid), 28 characters.
    public String opengid(String chatId) {
        return "G" + letters(corpId + "|opengid|" + chatId, 27);
    }

    /// What a service provider's apps call a customer.
    public String ofProvider(String externalUserId) {
        return (externalUserId.startsWith("wo") ? "wo" : "wm") + shaped("provider|" + externalUserId);
    }

    /// `msg…`, 33 characters.
    public String message(String of, Predicate<String> taken) {
        return fresh("message|" + of, seed -> "msg" + shaped(seed), taken);
    }

    /// 32 lower-case hexadecimal digits.
    public String config(String of, Predicate<String> taken) {
        return fresh("config|" + of, seed -> HexFormat.of().formatHex(digest(corpId + "|" + seed), 0, 16), taken);
    }

    /// What apps of this corp call a customer who opens a page, 28 characters.
    public String openid(int number) {
        return "o" + letters(corpId + "|openid|" + number, 27);
    }

    /// `mom…`, 33 characters.
    public String moment(String of, Predicate<String> taken) {
        return fresh("moment|" + of, seed -> "mom" + shaped(seed), taken);
    }

    /// The id of a job that takes its time, 43 characters.
    public String job(String of, Predicate<String> taken) {
        return fresh("job|" + of, seed -> letters(corpId + "|" + seed, 43), taken);
    }

    /// 44 characters, as uploaded files have.
    public String media(String of, Predicate<String> taken) {
        return fresh("media|" + of, seed -> letters(corpId + "|" + seed, 43) + "0", taken);
    }

    public String welcomeCode(String of, Predicate<String> taken) {
        return fresh("welcome|" + of, seed -> letters(corpId + "|" + seed, 43), taken);
    }

    /// The openid of a WeChat user towards the corp, 28 characters.
    public String openid(String externalUserId) {
        return "o" + letters(corpId + "|openid|" + externalUserId, 27);
    }

    /// What somebody is called in one traversal of those who are served.
    public String temporary(String of) {
        return "tmp" + letters(corpId + "|tmp|" + of, 29);
    }

    /// What a customer is called in a meeting (1), form (2) or document (3) that it entered.
    public String temporaryIn(int business, String externalUserId) {
        return "tmp" + letters(corpId + "|business|" + business + "|" + externalUserId, 29);
    }

    /// `ca…`, 18 characters.
    public String link(String of, Predicate<String> taken) {
        return fresh("link|" + of, seed -> "ca" + letters(corpId + "|" + seed, 16), taken);
    }

    public String chatKey(String of) {
        return letters(corpId + "|chatkey|" + of, 43);
    }

    public String token(String of) {
        var seed = corpId + "|token|" + of;
        return letters(seed + "|a", 43) + letters(seed + "|b", 43) + letters(seed + "|c", 43);
    }

    private static String fresh(String of, UnaryOperator<String> shape, Predicate<String> taken) {
        for (var k = 0; ; k++) {
            var id = shape.apply(of + "#" + k);
            if (!taken.test(id)) {
                return id;
            }
        }
    }

    private String shaped(String of) {
        return mark + letters(corpId + "|" + of, BODY);
    }

    private static String letters(String of, int count) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest(of))
                .substring(0, count);
    }

    private static byte[] digest(String of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
