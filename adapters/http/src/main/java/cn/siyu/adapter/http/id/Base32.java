package cn.siyu.adapter.http.id;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// 128 bits as 26 characters of lower-case Crockford base32, most significant first, so that text
/// sorts as the bits do. There is exactly one spelling of each value.
final class Base32 {
    static final int LENGTH = 26;
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int MASK = 31;
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            DIGITS[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private Base32() {}

    static String encode(UUID value) {
        char[] text = new char[LENGTH];
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) low & MASK);
            low = (low >>> BITS) | (high << (Long.SIZE - BITS));
            high >>>= BITS;
        }
        return new String(text);
    }

    static Optional<UUID> decode(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') { // 26 * 5 = 130 bits: the first two are zero
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            int digit = c < DIGITS.length ? DIGITS[c] : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            high = (high << BITS) | (low >>> (Long.SIZE - BITS));
            low = (low << BITS) | digit;
        }
        return Optional.of(new UUID(high, low));
    }
}
