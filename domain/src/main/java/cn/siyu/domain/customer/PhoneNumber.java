package cn.siyu.domain.customer;

import java.util.Optional;

/// Phone numbers (手机号) as people write them. A number without a country is taken for one of
/// mainland China.
public final class PhoneNumber {
    private static final String E164 = "\\+[1-9][0-9]{6,14}";
    private static final String CHINESE_MOBILE = "1[3-9][0-9]{9}";

    private PhoneNumber() {}

    /// The number in E.164 form, like `+8613812345678`; empty if it can't be one. Spaces, dots,
    /// hyphens and brackets are left out, full-width digits count as digits.
    public static Optional<String> e164(String written) {
        var digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char each = ascii(written.charAt(i));
            if (" .-()\u00a0\u3000".indexOf(each) < 0) {
                digits.append(each);
            }
        }
        String number = digits.toString();
        if (number.matches(CHINESE_MOBILE)) {
            return Optional.of("+86" + number);
        }
        if (number.matches("(?:00)?86" + CHINESE_MOBILE)) {
            return Optional.of("+" + number.substring(number.startsWith("00") ? 2 : 0));
        }
        return number.matches(E164) ? Optional.of(number) : Optional.empty();
    }

    private static char ascii(char each) {
        if (each >= '０' && each <= '９') {
            return (char) ('0' + (each - '０'));
        }
        return switch (each) {
            case '＋' -> '+';
            case '－' -> '-';
            case '（' -> '(';
            case '）' -> ')';
            default -> each;
        };
    }
}
