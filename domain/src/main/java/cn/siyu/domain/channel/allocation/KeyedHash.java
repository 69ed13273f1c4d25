package cn.siyu.domain.channel.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Chance without chance: the first eight bytes of SHA-256, the same on every machine and in every
/// run.
final class KeyedHash {
    private static final double RANGE = 0x1p64;
    private static final double HALF = 0.5;

    private KeyedHash() {}

    /// An unsigned number of 64 bits.
    static long of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// The hash as a number strictly between 0 and 1.
    static double unit(String text) {
        long hash = of(text);
        double unsigned = (hash >>> 1) * 2.0 + (hash & 1);
        // the very highest hashes round up to 1, whose logarithm is useless
        return Math.min((unsigned + HALF) / RANGE, Math.nextDown(1.0));
    }
}
