package cn.siyu.adapter.wecom.callback;

import static cn.siyu.adapter.wecom.callback.CallbackSealer.AES_KEY;
import static cn.siyu.adapter.wecom.callback.CallbackSealer.CORP;
import static cn.siyu.adapter.wecom.callback.CallbackSealer.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecom.callback.CallbackCrypto.Signed;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackCryptoTest {
    private final CallbackCrypto crypto = new CallbackCrypto(TOKEN, AES_KEY, CORP);

    @Nested
    class OfficialVectors {
        @Test
        void opensTheUrlCheck() {
            assertThat(
                            crypto.open(
                                    new Signed(
                                            "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
                                            "1409659589",
                                            "263014780",
                                            "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==")))
                    .contains("1616140317555161061");
        }

        @Test
        void opensTheMessageWhosePaddingIsLongerThanAnAesBlock() {
            assertThat(crypto.open(OfficialMessage.SIGNED)).contains(OfficialMessage.PLAIN);
        }

        @Test
        void opensWhatIsSealedDeterministically() {
            var message = "<xml><A>hello</A></xml>";
            var ciphertext = CallbackSealer.encrypt(message);
            assertThat(ciphertext)
                    .isEqualTo(
                            "sKqRbbiSUnDhFHOvPjtUMX6PT98e0A1poPGcW85Iiyn3thrwSnh8DG/CE4XQMj1Re+LEllgYD/CWDOZ+ULaCqw==");
            var signed = CallbackSealer.signed(ciphertext);
            assertThat(signed.signature()).isEqualTo("835e7b2ff89ed144a1851569a87fae00241d59bc");
            assertThat(crypto.open(signed)).contains(message);
        }
    }

    @Test
    void agreesWithAnIndependentLibraryInBothDirections() {
        var settings = new WxCpDefaultConfigImpl();
        settings.setToken(TOKEN);
        settings.setAesKey(AES_KEY);
        settings.setCorpId(CORP);
        var library = new WxCpCryptUtil(settings);
        for (var length = 0; length < 70; length++) {
            var message = "<xml><A>" + "好".repeat(length) + "</A></xml>";
            var theirs = library.encrypt("0123456789abcdef", message);
            assertThat(crypto.open(CallbackSealer.signed(theirs))).contains(message);
            assertThat(library.decrypt(CallbackSealer.encrypt(message))).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "835e7b2ff89ed144a1851569a87fae00241d59bd",
                "835E7B2FF89ED144A1851569A87FAE00241D59BC",
                "835e7b2ff89ed144a1851569a87fae00241d59bc0"
            })
    void refusesAWrongSignature(String signature) {
        var right = CallbackSealer.signed(CallbackSealer.encrypt("<xml><A>hello</A></xml>"));
        assertThat(crypto.open(new Signed(signature, right.timestamp(), right.nonce(), right.ciphertext())))
                .isEmpty();
    }

    @Test
    void refusesAnotherTimestampNonceOrToken() {
        var right = CallbackSealer.signed(CallbackSealer.encrypt("text"));
        assertThat(crypto.open(right)).isPresent();
        assertThat(crypto.open(new Signed(right.signature(), "1700000001", right.nonce(), right.ciphertext())))
                .isEmpty();
        assertThat(crypto.open(new Signed(right.signature(), right.timestamp(), "1", right.ciphertext())))
                .isEmpty();
        assertThat(new CallbackCrypto("another", AES_KEY, CORP).open(right)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ww0000000000000000", "", "wx5823bf96d3bd56c", "wx5823bf96d3bd56c70"})
    void refusesATextForAnotherCorp(String receiver) {
        var ciphertext = CallbackSealer.encrypt("0123456789abcdef", "text", receiver, 32);
        assertThat(crypto.open(CallbackSealer.signed(ciphertext))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAA==", "====", "é"})
    void refusesGarbageThatIsSignedWell(String ciphertext) {
        assertThat(crypto.open(CallbackSealer.signed(ciphertext))).isEmpty();
    }

    @Test
    void refusesEveryWrongPaddingAndLength() {
        for (var last = 0; last < 256; last++) {
            var padded = new byte[64];
            Arrays.fill(padded, (byte) 7);
            padded[63] = (byte) last;
            assertThat(crypto.open(CallbackSealer.signed(CallbackSealer.encryptPadded(padded))))
                    .isEmpty();
        }
    }

    @Test
    void acceptsNoneOfTenThousandMutations() {
        var right = OfficialMessage.SIGNED;
        var random = new Random(20260105);
        for (var i = 0; i < 10_000; i++) {
            var bytes = Base64.getDecoder().decode(right.ciphertext());
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            var mutated = Base64.getEncoder().encodeToString(bytes);
            // unsigned by the attacker, who knows no token
            assertThat(crypto.open(new Signed(right.signature(), right.timestamp(), right.nonce(), mutated)))
                    .isEmpty();
        }
    }

    @Test
    void opensEveryLengthThatEndsOnABlock() {
        for (var length = 0; length < 100; length++) {
            var message = "x".repeat(length);
            assertThat(crypto.open(CallbackSealer.signed(CallbackSealer.encrypt(message))))
                    .contains(message);
        }
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        var bare = new byte[96];
        Arrays.fill(bare, (byte) 0);
        bare[19] = 2;
        bare[20] = (byte) 0xc3;
        bare[21] = (byte) 0x28;
        System.arraycopy(CORP.getBytes(UTF_8), 0, bare, 22, CORP.length());
        var end = 22 + CORP.length();
        var padded = Arrays.copyOf(bare, 64);
        Arrays.fill(padded, end, 64, (byte) (64 - end));
        assertThat(crypto.open(CallbackSealer.signed(CallbackSealer.encryptPadded(padded))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C=",
                "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2 "
            })
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> new CallbackCrypto(TOKEN, key, CORP)).isInstanceOf(IllegalArgumentException.class);
    }
}
