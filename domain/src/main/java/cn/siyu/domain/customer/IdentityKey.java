package cn.siyu.domain.customer;

/// What an identity is known by; unique in a brand.
///
/// @param type the kind of identity
/// @param scope inside what the value is unique: a corp id, a source system; empty if the type has none
/// @param value 1 to 128 characters, compared exactly; a phone number is in E.164 form (`+8613…`)
public record IdentityKey(IdentityType type, String scope, String value) implements Comparable<IdentityKey> {
    private static final int MOST = 128;

    public IdentityKey {
        if (value.isBlank() || value.length() > MOST || scope.length() > MOST) {
            throw new IllegalArgumentException("an identity's value has 1 to 128 characters, its scope at most 128");
        }
        if (type == IdentityType.PHONE && !value.matches("\\+[1-9][0-9]{6,14}")) {
            throw new IllegalArgumentException("a phone number is written in E.164 form, like +8613812345678");
        }
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
