package cn.siyu.adapter.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The platform's callback scheme (加解密方案): SHA-1 over the sorted values proves the sender,
/// AES-256-CBC with the key's first half as IV and PKCS#7 padding to **32** bytes hides the text,
/// and the receiver's id at its end says for whom it is.
public final class CallbackCrypto {
    private static final int RANDOM_BYTES = 16;
    private static final int LENGTH_BYTES = 4;
    private static final int BLOCK = 32;

    private final String token;
    private final String receiveId;
    private final SecretKeySpec key;
    private final IvParameterSpec iv;

    /// @param encodingAesKey the 43 characters of the console (EncodingAESKey)
    /// @param receiveId corp id of a self-built app
    public CallbackCrypto(String token, String encodingAesKey, String receiveId) {
        if (!encodingAesKey.matches("[A-Za-z0-9+/]{43}")) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 letters and digits");
        }
        var bytes = Base64.getDecoder().decode(encodingAesKey + "=");
        this.token = token;
        this.receiveId = receiveId;
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, 16);
    }

    /// What a callback carries beside its ciphertext, as it came.
    public record Signed(String signature, String timestamp, String nonce, String ciphertext) {}

    /// The text, if the signature is right, the ciphertext whole, and the text meant for us.
    /// Whatever is wrong, the answer is the same: nothing in here tells a forger how far they got.
    public Optional<String> open(Signed callback) {
        if (!signatureFits(callback)) {
            return Optional.empty();
        }
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, iv);
            return text(cipher.doFinal(Base64.getDecoder().decode(callback.ciphertext())));
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private boolean signatureFits(Signed callback) {
        var joined = Stream.of(token, callback.timestamp(), callback.nonce(), callback.ciphertext())
                .sorted()
                .collect(Collectors.joining());
        var expected = HexFormat.of().formatHex(sha1(joined));
        return MessageDigest.isEqual(
                expected.getBytes(UTF_8), callback.signature().getBytes(UTF_8));
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private Optional<String> text(byte[] padded) throws CharacterCodingException {
        var end = padded.length - padding(padded);
        if (end < RANDOM_BYTES + LENGTH_BYTES) {
            return Optional.empty();
        }
        var length = ByteBuffer.wrap(padded, RANDOM_BYTES, LENGTH_BYTES).getInt();
        var start = RANDOM_BYTES + LENGTH_BYTES;
        if (length < 0 || length > end - start) {
            return Optional.empty();
        }
        var receiver = Arrays.copyOfRange(padded, start + length, end);
        if (!MessageDigest.isEqual(receiver, receiveId.getBytes(UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(padded, start, length))
                .toString());
    }

    /// Number of padding bytes; the whole length when they are not what they should be.
    private static int padding(byte[] padded) {
        if (padded.length == 0) {
            return 0;
        }
        var count = padded[padded.length - 1];
        if (count < 1 || count > BLOCK || count > padded.length) {
            return padded.length;
        }
        for (var i = padded.length - count; i < padded.length; i++) {
            if (padded[i] != count) {
                return padded.length;
            }
        }
        return count;
    }
}
