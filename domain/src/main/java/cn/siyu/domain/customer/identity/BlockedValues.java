package cn.siyu.domain.customer.identity;

import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Values that systems and shop assistants write where they know no identity (无效标识): they are
/// nobody's, so they join nobody and nobody is found by them.
///
/// @param zeros whether a value of nothing but zeros, and a phone number that ends in eight of
///     them, is one
/// @param placeholders what stands for nothing in any type but phone numbers, in whatever case:
///     `null`, `无`
/// @param testPhones numbers that are given to nobody
/// @param storePhones the brand's own numbers, which assistants put in for customers who give none
public record BlockedValues(boolean zeros, Set<String> placeholders, Set<String> testPhones, Set<String> storePhones) {
    private static final String EIGHT_ZEROS = "00000000";
    private static final int MOST = 1_000;
    private static final Set<IdentityType> GIVEN = Set.of(IdentityType.EXTERNAL_USERID, IdentityType.PERSONAL_CONTACT);

    /// Why a value is nobody's.
    public enum Why {
        ZEROS,
        PLACEHOLDER,
        TEST_PHONE,
        STORE_PHONE
    }

    public BlockedValues {
        placeholders = placeholders.stream().map(BlockedValues::folded).collect(Collectors.toUnmodifiableSet());
        testPhones = Set.copyOf(testPhones);
        storePhones = Set.copyOf(storePhones);
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /// Why an identity is nobody's; empty if it can be somebody's, as everything that the platform
    /// or an operator names a friend by.
    public Optional<Why> why(IdentityKey key) {
        if (GIVEN.contains(key.type())) {
            return Optional.empty();
        }
        String value = key.value();
        if (key.type() == IdentityType.PHONE) {
            if (storePhones.contains(value)) {
                return Optional.of(Why.STORE_PHONE);
            }
            if (testPhones.contains(value)) {
                return Optional.of(Why.TEST_PHONE);
            }
            return zeros && value.endsWith(EIGHT_ZEROS) ? Optional.of(Why.ZEROS) : Optional.empty();
        }
        if (zeros && value.chars().allMatch(each -> each == '0')) {
            return Optional.of(Why.ZEROS);
        }
        return placeholders.contains(folded(value)) ? Optional.of(Why.PLACEHOLDER) : Optional.empty();
    }

    /// Whether an identity is nobody's.
    public boolean has(IdentityKey key) {
        return why(key).isPresent();
    }

    static BlockedValues from(PolicyReader in) {
        return new BlockedValues(
                in.flag("zeros"),
                few(in, "placeholders", in.texts("placeholders")),
                few(in, "testPhones", phones(in, "testPhones")),
                few(in, "storePhones", phones(in, "storePhones")));
    }

    private static List<String> phones(PolicyReader in, String key) {
        return in.texts(key, IdentityKey.E164_FORM, IdentityKey::isPhone);
    }

    private static Set<String> few(PolicyReader in, String key, List<String> values) {
        in.check(values.size() <= MOST, key, "has at most " + MOST + " values");
        return Set.copyOf(values);
    }
}
