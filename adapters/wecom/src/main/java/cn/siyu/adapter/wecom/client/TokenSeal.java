package cn.siyu.adapter.wecom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals an app's tokens (AES-256-GCM) with a key made from the app's own secret: who knows the
/// secret could fetch a token anyway, and nobody else can open one. A changed secret opens nothing
/// that was sealed before.
final class TokenSeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String name;

    /// The seal of one app at one address.
    ///
    /// @param where the address of the API: tokens of a simulator are none of the platform's
    TokenSeal(WeComClient.Credential credential, String where) {
        this.key = new SecretKeySpec(derived(credential, "seal " + where), "AES");
        this.name = "wecom-token/" + credential.corpId() + "/"
                + HexFormat.of().formatHex(derived(credential, "name " + where), 0, 16);
    }

    /// The same for all who know the secret, and tells nothing about it.
    String name() {
        return name;
    }

    String seal(String text) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(UTF_8));
            var both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /// Empty when it was not sealed with this key, or was changed since.
    Optional<String> open(String sealed) {
        try {
            var both = Base64.getDecoder().decode(sealed);
            if (both.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE_BYTES));
            return Optional.of(new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] derived(WeComClient.Credential credential, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credential.secret().getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(("siyu wecom token 1\n" + credential.corpId() + "\n" + purpose).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
