package cn.siyu.adapter.wecomsimulator.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/// A picture as its header describes it.
///
/// @param type `image/png` or `image/jpeg`
/// @param width in pixels; 0 when the header does not tell
/// @param height in pixels; 0 when the header does not tell
public record Picture(String type, int width, int height) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_WIDTH = 16;
    private static final int PNG_HEIGHT = 20;
    private static final int JPEG_START = 0xFFD8;

    /// Reads a picture's header.
    /// @return nothing when these bytes are neither PNG nor JPEG
    public static Optional<Picture> read(ByteBuffer file) {
        if (file.remaining() >= Long.BYTES && file.getLong(0) == PNG) {
            return Optional.of(
                    file.remaining() < PNG_HEIGHT + Integer.BYTES
                            ? new Picture("image/png", 0, 0)
                            : new Picture("image/png", file.getInt(PNG_WIDTH), file.getInt(PNG_HEIGHT)));
        }
        if (file.remaining() > 3 && (file.getShort(0) & 0xFFFF) == JPEG_START && (file.get(2) & 0xFF) == 0xFF) {
            return Optional.of(jpeg(file));
        }
        return Optional.empty();
    }

    public int longSide() {
        return Math.max(width, height);
    }

    public int shortSide() {
        return Math.min(width, height);
    }

    /// Goes from marker to marker until one that begins a frame.
    private static Picture jpeg(ByteBuffer file) {
        var at = 2;
        while (at + 9 <= file.remaining() && (file.get(at) & 0xFF) == 0xFF) {
            var marker = file.get(at + 1) & 0xFF;
            if (beginsFrame(marker)) {
                return new Picture("image/jpeg", file.getShort(at + 7) & 0xFFFF, file.getShort(at + 5) & 0xFFFF);
            }
            at += marker == 0xFF ? 1 : 2 + (file.getShort(at + 2) & 0xFFFF);
        }
        return new Picture("image/jpeg", 0, 0);
    }

    private static boolean beginsFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
