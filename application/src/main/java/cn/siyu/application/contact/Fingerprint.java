package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The fingerprint of a message (内容指纹), by which a batch is told from others on the platform.
final class Fingerprint {
    private Fingerprint() {}

    /// SHA-256 in hex over all that the customer sees.
    static String of(OutboundMessage message) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            put(digest, message.text());
            message.attachments().forEach(attachment -> put(digest, attachment));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void put(MessageDigest digest, Attachment attachment) {
        put(digest, attachment.kind().name());
        switch (attachment) {
            case Attachment.Image(var mediaId) -> put(digest, mediaId);
            case Attachment.Video(var mediaId) -> put(digest, mediaId);
            case Attachment.File(var name, var mediaId) -> {
                put(digest, name);
                put(digest, mediaId);
            }
            case Attachment.Link(var title, var url, var description, var picture) -> {
                put(digest, title);
                put(digest, url);
                put(digest, description);
                put(digest, picture);
            }
            case Attachment.MiniProgram(var title, var appId, var page, var picture) -> {
                put(digest, title);
                put(digest, appId);
                put(digest, page);
                put(digest, picture);
            }
        }
    }

    /// With its length before it, so that no two different messages run together to the same bytes.
    private static void put(MessageDigest digest, @Nullable String part) {
        byte[] bytes = (part == null ? "" : part).getBytes(StandardCharsets.UTF_8);
        int length = part == null ? -1 : bytes.length;
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
        digest.update(bytes);
    }
}
