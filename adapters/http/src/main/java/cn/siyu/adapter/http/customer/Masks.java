package cn.siyu.adapter.http.customer;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import org.jspecify.annotations.Nullable;

/// What a key shows of personal data: everything, or only as much as tells people apart.
public enum Masks {
    CLEAR,
    MASKED;

    private static final int PHONE_HEAD = 6;
    private static final int PHONE_TAIL = 4;

    public static Masks of(Caller caller) {
        return caller.may(Scope.CUSTOMERS_PII) ? CLEAR : MASKED;
    }

    /// A name: masked, its first character is left.
    public @Nullable String name(@Nullable String name) {
        return name == null || this == CLEAR ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /// Words to a customer, which may name somebody: masked, nothing is left.
    public @Nullable String words(@Nullable String words) {
        return this == CLEAR ? words : null;
    }

    /// An identity's value: masked, a phone number keeps its beginning and its last four digits
    /// (`+86138****1234`).
    String identity(IdentityKey key) {
        String value = key.value();
        if (this == CLEAR || key.type() != IdentityType.PHONE || value.length() <= PHONE_HEAD + PHONE_TAIL) {
            return value;
        }
        return value.substring(0, PHONE_HEAD)
                + "*".repeat(value.length() - PHONE_HEAD - PHONE_TAIL)
                + value.substring(value.length() - PHONE_TAIL);
    }
}
