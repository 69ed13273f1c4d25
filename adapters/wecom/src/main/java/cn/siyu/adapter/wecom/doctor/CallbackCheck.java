package cn.siyu.adapter.wecom.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.WeComApp;
import cn.siyu.adapter.wecom.doctor.Finding.Weight;
import cn.siyu.adapter.wecom.transport.HttpCall;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.HttpOutcome;
import cn.siyu.adapter.wecom.transport.Origin;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Asks the product's callback address what WeCom asks when the address is entered (验证URL): it
/// must decrypt an echo.
public final class CallbackCheck {
    private static final String ECHO = "2026051234567890123";
    private static final int BLOCK = 32;

    private final HttpOnce http;

    public CallbackCheck(HttpOnce http) {
        this.http = http;
    }

    /// Looks at `<address>/callbacks/wecom/<app>`.
    ///
    /// @param address where the product is reached from outside, without a path
    public Finding examine(WeComApp app, String address) {
        var path = "/callbacks/wecom/" + app.name();
        var what = "callback " + address + path;
        Origin origin;
        try {
            origin = Origin.of(address);
        } catch (IllegalArgumentException e) {
            return new Finding(Weight.BROKEN, "callback", "the address is not one: " + e.getMessage());
        }
        return switch (http.send(HttpCall.json(origin, path + "?" + query(app), null))) {
            case HttpOutcome.Answered(var status, var body) ->
                status == 200 && body.equals(ECHO)
                        ? new Finding(Weight.OK, what, "verified")
                        : new Finding(Weight.BROKEN, what, "answers HTTP " + status + ": " + meaning(status));
            case HttpOutcome.NotWritten(var why) ->
                new Finding(Weight.BROKEN, what, "not reachable (" + why + "): start the product, open the way to it");
            case HttpOutcome.Lost(var why) -> new Finding(Weight.BROKEN, what, "no answer (" + why + ")");
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 403 -> "callback-token, encoding-aes-key or corp-id differ from the running product's";
            case 404 -> "the running product has no app of this name, or something else answers there";
            default -> "the product is not what answers there";
        };
    }

    private static String query(WeComApp app) {
        var sealed = sealed(app);
        var timestamp = "1767542400";
        var nonce = "doctor";
        var joined = Stream.of(app.callbackToken(), timestamp, nonce, sealed)
                .sorted()
                .collect(Collectors.joining());
        try {
            var signature =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8)));
            return "msg_signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce + "&echostr="
                    + URLEncoder.encode(sealed, UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static String sealed(WeComApp app) {
        var owner = app.corpId().getBytes(UTF_8);
        var bare = ByteBuffer.allocate(20 + ECHO.length() + owner.length)
                .put("siyu-doctor-0000".getBytes(UTF_8))
                .putInt(ECHO.length())
                .put(ECHO.getBytes(UTF_8))
                .put(owner)
                .array();
        var padding = BLOCK - bare.length % BLOCK;
        var padded = Arrays.copyOf(bare, bare.length + padding);
        Arrays.fill(padded, bare.length, padded.length, (byte) padding);
        try {
            var key = Base64.getDecoder().decode(app.encodingAesKey() + "=");
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(padded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
