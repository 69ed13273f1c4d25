package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An identity of a customer as a client writes it. The scope may be left out where it can be
/// known: an EXTERNAL_USERID belongs to the corp of the account, or to the brand's only one; a
/// MEMBER_ID or OPENID to the source of the report. A PERSONAL_CONTACT always names the personal
/// account it is a friend of.
public record WrittenIdentity(IdentityType type, @Nullable String scope, String value) {
    private static final int LONGEST = 128;

    /// Reads one.
    public static WrittenIdentity read(Input in) {
        var type = in.oneOf("type", IdentityType.class).get();
        var scope = in.text("scope", LONGEST)
                .where(
                        text -> text.length() <= LONGEST,
                        ProblemCode.TOO_LONG,
                        Text.of("At most %s characters.", "最多 %s 个字符。", LONGEST))
                .orNull();
        var value = in.text("value", LONGEST)
                .where(
                        text -> text.length() <= LONGEST,
                        ProblemCode.TOO_LONG,
                        Text.of("At most %s characters.", "最多 %s 个字符。", LONGEST))
                .get();
        if (type != IdentityType.PHONE) {
            return new WrittenIdentity(type, scope, value);
        }
        if (scope != null) {
            in.complain("scope", ProblemCode.NOT_ALLOWED, Text.of("A phone number has no scope.", "手机号没有 scope。"));
        }
        var number = PhoneNumber.e164(value);
        if (number.isEmpty() && !value.isEmpty()) {
            in.complain(
                    "value",
                    ProblemCode.BAD_FORMAT,
                    Text.of(
                            "Write a phone number like +8613812345678, or 13812345678 for one of mainland China.",
                            "手机号写作 +8613812345678，中国大陆号码也可写作 13812345678。"));
        }
        return new WrittenIdentity(type, null, number.orElse(value));
    }

    /// The identity; empty if its scope can't be known.
    ///
    /// @param source the system that reports
    /// @param idScope the scope of the channel's ids, if it is known
    public Optional<IdentityKey> key(String source, Optional<String> idScope) {
        var known = Optional.ofNullable(scope);
        var inside = switch (type) {
            case EXTERNAL_USERID -> known.or(() -> idScope);
            case UNIONID, PHONE, WECHAT_ID -> Optional.of(known.orElse(""));
            case MEMBER_ID, OPENID -> Optional.of(known.orElse(source));
            case PERSONAL_CONTACT -> known;
        };
        return inside.map(all -> new IdentityKey(type, all, value));
    }
}
