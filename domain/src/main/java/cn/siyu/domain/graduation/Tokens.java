package cn.siyu.domain.graduation;

import cn.siyu.domain.id.PublicId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/// Invitation codes (邀请口令): short enough to be said and typed, made of a candidate's id, so
/// that making one twice makes the same. Letters that look alike are read as one.
public final class Tokens {
    private static final int LENGTH = 8;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Tokens() {}

    /// The code of a candidate.
    public static String of(PublicId candidate) {
        byte[] hash = sha256().digest(candidate.value().toString().getBytes(StandardCharsets.UTF_8));
        var token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(ALPHABET.charAt(hash[i] & 31));
        }
        return token.toString();
    }

    /// Reads a code as people write it; empty if it can't be one.
    public static Optional<String> read(String text) {
        String plain = text.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean can = plain.length() == LENGTH && plain.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0);
        return can ? Optional.of(plain) : Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
