package cn.siyu.domain.customer;

import java.util.regex.Pattern;

/// What an identity is known by; unique in a brand.
///
/// @param type the kind of identity
/// @param scope inside what the value is unique: a corp id, a source system; empty if the type has
///     none
/// @param value 1 to 128 characters, compared exactly; a phone number is in E.164 form (`+8613…`)
public record IdentityKey(IdentityType type, String scope, String value) implements Comparable<IdentityKey> {
    /// How a phone number is written.
    public static final String E164_FORM = "a phone number in E.164 form, like +8613812345678";

    private static final int MOST = 128;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public IdentityKey {
        if (value.isBlank() || value.length() > MOST || scope.length() > MOST) {
            throw new IllegalArgumentException("an identity's value has 1 to 128 characters, its scope at most 128");
        }
        if (type == IdentityType.PHONE && !isPhone(value)) {
            throw new IllegalArgumentException("a phone number is written in E.164 form, like +8613812345678");
        }
    }

    /// Whether a text is a phone number in E.164 form.
    public static boolean isPhone(String text) {
        return E164.matcher(text).matches();
    }

    @Override
    public int compareTo(IdentityKey other) {
        int byType = type.compareTo(other.type);
        if (byType != 0) {
            return byType;
        }
        int byScope = scope.compareTo(other.scope);
        return byScope != 0 ? byScope : value.compareTo(other.value);
    }
}
