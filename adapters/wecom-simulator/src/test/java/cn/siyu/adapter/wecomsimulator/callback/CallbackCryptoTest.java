package cn.siyu.adapter.wecomsimulator.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The official vectors of the callback envelope, and a second opinion by the WxJava library.
class CallbackCryptoTest {
    private static final String TOKEN = "QDG6eK";
    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String CORP = "wx5823bf96d3bd56c7";
    private final CallbackCrypto crypto = new CallbackCrypto(TOKEN, KEY, CORP);

    @Test
    void readsTheOfficialUrlCheck() {
        var echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        assertThat(crypto.sign("1409659589", "263014780", echo)).isEqualTo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
        assertThat(crypto.decrypt(echo)).isEqualTo("1616140317555161061");
    }

    @Test
    void readsTheOfficialMessage() {
        var encrypted =
                "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
        assertThat(crypto.sign("1409659813", "1372623149", encrypted))
                .isEqualTo("477715d11cdb4164915debcba66cb864d751f3e6");
        assertThat(crypto.decrypt(encrypted)).isEqualTo("""
                <xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>
                <FromUserName><![CDATA[mycreate]]></FromUserName>
                <CreateTime>1409659813</CreateTime>
                <MsgType><![CDATA[text]]></MsgType>
                <Content><![CDATA[hello]]></Content>
                <MsgId>4561255354251345929</MsgId>
                <AgentID>218</AgentID>
                </xml>""");
    }

    @Test
    void writesTheKnownEnvelope() {
        var noise = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var encrypted = crypto.encrypt("<xml><A>hello</A></xml>", noise);
        assertThat(encrypted)
                .isEqualTo("sKqRbbiSUnDhFHOvPjtUMX6PT98e0A1poPGcW85Iiyn3thrwSnh8DG/CE4XQMj1Re+LEllgYD/CWDOZ+ULaCqw==");
        assertThat(crypto.sign("1700000000", "1234567890", encrypted))
                .isEqualTo("835e7b2ff89ed144a1851569a87fae00241d59bc");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void understandsWxJavaAndIsUnderstood(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var noise = new byte[16];
        random.nextBytes(noise);
        var message = "<xml>" + "客".repeat((int) (seed * 7)) + "</xml>";
        // The library refuses keys whose last character carries stray bits, as the official one does.
        var key = KEY.substring(0, 42) + "A";
        var ours = new CallbackCrypto(TOKEN, key, CORP);
        var theirs = new WxCryptUtil(TOKEN, key, CORP);
        var encrypted = ours.encrypt(message, noise);
        assertThat(theirs.decrypt(encrypted)).isEqualTo(message);
        assertThat(ours.decrypt(encrypted)).isEqualTo(message);
        assertThat(ours.decrypt(theirs.encrypt("abcdefghijklmnop", message))).isEqualTo(message);
    }

    @Test
    void refusesAnotherReceiverAndAnotherKey() {
        var encrypted = crypto.encrypt("<xml/>", new byte[16]);
        assertThatThrownBy(() -> new CallbackCrypto(TOKEN, KEY, "another").decrypt(encrypted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meant for " + CORP);
        assertThatThrownBy(() -> new CallbackCrypto(TOKEN, "A".repeat(43), CORP).decrypt(encrypted))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CallbackCrypto(TOKEN, "short", CORP)).hasMessageContaining("43");
    }
}
