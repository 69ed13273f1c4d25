package cn.siyu.application.brand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The text of an API key, as its owner gets it once: `key_test_` or `key_live_`, a public part,
/// and a secret of 256 bits with a checksum behind it, all in lower-case Crockford base32.
///
/// ```
/// key_test_ 0123456789abcdef _ …52 characters… 0000000
///           public part       secret           checksum
/// ```
/// The checksum lets a mistyped or cut-off key be refused, and a leaked one be found in a text,
/// without looking it up.
///
/// @param test whether it works in sandboxes only
/// @param part 16 characters by which the key is found; not secret
/// @param secret 52 characters, 256 bits
public record ApiKeyText(boolean test, String part, String secret) {
    /// Bytes of chance in the public part.
    public static final int PART_BYTES = 10;
    /// Bytes of chance in the secret.
    public static final int SECRET_BYTES = 32;

    private static final String DIGIT = "[0-9a-hjkmnp-tv-z]";
    private static final Pattern FORM =
            Pattern.compile("key_(test|live)_(" + DIGIT + "{16})_(" + DIGIT + "{52})(" + DIGIT + "{7})");

    /// Makes a key from chance.
    public static ApiKeyText of(boolean test, byte[] part, byte[] secret) {
        if (part.length != PART_BYTES || secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a key needs 10 and 32 bytes of chance");
        }
        return new ApiKeyText(test, base32(part), base32(secret));
    }

    /// Reads a key; empty if it has another form or its checksum is wrong.
    public static Optional<ApiKeyText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var key = new ApiKeyText(matcher.group(1).equals("test"), matcher.group(2), matcher.group(3));
        return key.text().equals(text) ? Optional.of(key) : Optional.empty();
    }

    /// The whole text. It is a secret: it goes to the owner and nowhere else.
    public String text() {
        String body = "key_" + (test ? "test_" : "live_") + part + "_" + secret;
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long sum = crc.getValue();
        return body + base32(new byte[] {(byte) (sum >>> 24), (byte) (sum >>> 16), (byte) (sum >>> 8), (byte) sum});
    }

    /// What is stored of it: SHA-256 in 64 hexadecimal digits. A secret of 256 bits needs no slow
    /// hash.
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /// Without the secret, so that a key never reaches a log.
    @Override
    public String toString() {
        return "key_" + (test ? "test_" : "live_") + part + "_…";
    }

    private static String base32(byte[] bytes) {
        String alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = ((buffer << 8) | (each & 0xFF)) & 0xFFFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(alphabet.charAt(buffer >>> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(alphabet.charAt(buffer << (5 - bits) & 31)).toString();
    }
}
