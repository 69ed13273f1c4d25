package cn.siyu.adapter.wecomsimulator.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The envelope of callbacks: AES-256-CBC with the key as source of the initial vector, padding to
/// blocks of 32 bytes, and a SHA-1 signature over the sorted values. One instance per configured
/// callback.
public final class CallbackCrypto {
    private static final int BLOCK = 32;
    private static final int NOISE = 16;
    private final String token;
    private final byte[] key;
    private final String receiver;

    /// An envelope for one callback setting.
    /// @param token the Token of the callback setting
    /// @param aesKey its EncodingAESKey, 43 characters
    /// @param receiver the corp's id
    /// @throws IllegalArgumentException when the key is not 43 base64 characters
    public CallbackCrypto(String token, String aesKey, String receiver) {
        if (aesKey.length() != 43) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 characters, this one has " + aesKey.length());
        }
        this.token = token;
        this.key = Base64.getDecoder().decode(aesKey + "=");
        this.receiver = receiver;
    }

    /// The signature of an envelope: lower-case hexadecimal SHA-1 of the four values, sorted and
    /// joined.
    public String sign(String timestamp, String nonce, String encrypted) {
        var values = new String[] {token, timestamp, nonce, encrypted};
        Arrays.sort(values);
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha1.digest(String.join("", values).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /// Encrypts a message.
    /// @param noise 16 bytes that differ from message to message
    public String encrypt(String message, byte[] noise) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var tail = receiver.getBytes(StandardCharsets.UTF_8);
        var length = NOISE + Integer.BYTES + text.length + tail.length;
        var padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding)
                .put(noise, 0, NOISE)
                .putInt(text.length)
                .put(text)
                .put(tail);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /// Decrypts what [#encrypt] or the platform has encrypted.
    /// @throws IllegalArgumentException when it was not encrypted with this key or is meant for
    ///     another receiver
    public String decrypt(String encrypted) {
        var plain = crypt(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        var padding = plain[plain.length - 1];
        var end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < NOISE + Integer.BYTES) {
            throw new IllegalArgumentException("bad padding: encrypted with another key");
        }
        var length = ByteBuffer.wrap(plain).getInt(NOISE);
        var start = NOISE + Integer.BYTES;
        if (length < 0 || length > end - start) {
            throw new IllegalArgumentException("bad length: encrypted with another key");
        }
        var meantFor = new String(plain, start + length, end - start - length, StandardCharsets.UTF_8);
        if (!meantFor.equals(receiver)) {
            throw new IllegalArgumentException("meant for " + meantFor + ", not for " + receiver);
        }
        return new String(plain, start, length, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] input) {
        try {
            // The padding is the platform's own, 32 bytes wide, so the cipher must not add its own.
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot be encrypted or decrypted", e);
        }
    }
}
