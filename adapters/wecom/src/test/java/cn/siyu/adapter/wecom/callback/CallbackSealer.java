package cn.siyu.adapter.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The platform's side of the scheme, so that tests can deliver, and forge, callbacks.
final class CallbackSealer {
    static final String TOKEN = "QDG6eK";
    static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    static final String CORP = "wx5823bf96d3bd56c7";

    private CallbackSealer() {}

    /// Encrypts for a receiver; `random` are 16 characters, the padding is as given.
    static String encrypt(String random, String message, String receiver, int block) {
        var text = message.getBytes(UTF_8);
        var owner = receiver.getBytes(UTF_8);
        var bare = ByteBuffer.allocate(20 + text.length + owner.length)
                .put(random.getBytes(UTF_8))
                .putInt(text.length)
                .put(text)
                .put(owner)
                .array();
        var pad = block - bare.length % block;
        var padded = Arrays.copyOf(bare, bare.length + pad);
        Arrays.fill(padded, bare.length, padded.length, (byte) pad);
        return encryptPadded(padded);
    }

    static String encrypt(String message) {
        return encrypt("0123456789abcdef", message, CORP, 32);
    }

    static String encryptPadded(byte[] padded) {
        try {
            var key = Base64.getDecoder().decode(AES_KEY + "=");
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(padded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(String timestamp, String nonce, String ciphertext) {
        try {
            var parts = new String[] {TOKEN, timestamp, nonce, ciphertext};
            Arrays.sort(parts);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(String.join("", parts).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static CallbackCrypto.Signed signed(String ciphertext) {
        return new CallbackCrypto.Signed(
                sign("1700000000", "1234567890", ciphertext), "1700000000", "1234567890", ciphertext);
    }

    static String envelope(String ciphertext) {
        return "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID>"
                + "<Encrypt><![CDATA[" + ciphertext + "]]></Encrypt></xml>";
    }
}
