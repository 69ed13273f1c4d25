package cn.siyu.adapter.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.application.channel.InboxIntake;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/// The callback side of one app: opens what comes in and makes it an event for the inbox.
public final class CallbackDoor {
    private final String channel;
    private final String app;
    private final String brand;
    private final CallbackCrypto crypto;
    private final InstantSource clock;

    public CallbackDoor(String channel, String app, String brand, CallbackCrypto crypto, InstantSource clock) {
        this.channel = channel;
        this.app = app;
        this.brand = brand;
        this.crypto = crypto;
        this.clock = clock;
    }

    /// Three ends of a delivery. What the sender sees of REFUSED is the same whatever was wrong.
    public sealed interface Delivery {
        record Accepted(InboxIntake.RawEvent event) implements Delivery {}

        /// Not even an envelope.
        record Unreadable() implements Delivery {}

        /// Not from the platform, not for us, or nothing that it would write, such as a DTD.
        record Refused() implements Delivery {}
    }

    /// The text that proves that the address is ours (验证URL有效性).
    public Optional<String> echo(String signature, String timestamp, String nonce, String echo) {
        return crypto.open(new CallbackCrypto.Signed(signature, timestamp, nonce, echo));
    }

    public Delivery open(String signature, String timestamp, String nonce, String body) {
        var encrypted = FlatXml.read(body).map(fields -> fields.get("Encrypt"));
        if (encrypted.isEmpty() || encrypted.get().isBlank()) {
            return new Delivery.Unreadable();
        }
        return crypto.open(new CallbackCrypto.Signed(
                        signature, timestamp, nonce, encrypted.get().strip()))
                .filter(payload -> FlatXml.read(payload).isPresent())
                .<Delivery>map(payload -> new Delivery.Accepted(
                        new InboxIntake.RawEvent(channel, app, brand, sha256(payload), payload, clock.instant())))
                .orElseGet(Delivery.Refused::new);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
