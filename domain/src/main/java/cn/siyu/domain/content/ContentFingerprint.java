package cn.siyu.domain.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a message: what batches are made by, and what a message is found again by on the
/// platform.
///
/// @param hex 64 lower-case hexadecimal digits
public record ContentFingerprint(String hex) {
    public ContentFingerprint {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a fingerprint is 64 lower-case hexadecimal digits");
        }
    }

    static ContentFingerprint of(Message message) {
        MessageDigest digest = sha256();
        part(digest, message.text());
        for (Attachment attachment : message.attachments()) {
            switch (attachment) {
                case Attachment.Image(var url) -> parts(digest, "image", url);
                case Attachment.Video(var url) -> parts(digest, "video", url);
                case Attachment.File(var name, var url) -> parts(digest, "file", name, url);
                case Attachment.Link(var title, var description, var picture, var url) ->
                    parts(digest, "link", title, description, picture, url);
                case Attachment.MiniProgram(var title, var cover, var appId, var page) ->
                    parts(digest, "miniProgram", title, cover, appId, page);
            }
        }
        return new ContentFingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static void parts(MessageDigest digest, @Nullable String... parts) {
        for (@Nullable String part : parts) {
            part(digest, part);
        }
    }

    // each part is led by its length (−1 if absent), so that no two messages run together into the same bytes
    private static void part(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
