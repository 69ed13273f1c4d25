package cn.siyu.adapter.wecomsimulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A voice in AMR, whose frames of 20 ms can be counted.
///
/// @param seconds how long it plays
public record Voice(double seconds) {
    private static final byte[] NARROW = "#!AMR\n".getBytes(StandardCharsets.US_ASCII);
    private static final double FRAME = 0.02;
    /// Bytes of a frame behind its own first byte, by mode.
    private static final List<Integer> SIZES = List.of(12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0);

    /// Counts the frames.
    /// @return nothing when these bytes are not AMR
    public static Optional<Voice> read(ByteBuffer file) {
        if (file.remaining() < NARROW.length) {
            return Optional.empty();
        }
        for (var i = 0; i < NARROW.length; i++) {
            if (file.get(i) != NARROW[i]) {
                return Optional.empty();
            }
        }
        var frames = 0;
        for (var at = NARROW.length; at < file.remaining(); at += 1 + SIZES.get((file.get(at) >> 3) & 0x0F)) {
            frames++;
        }
        return Optional.of(new Voice(frames * FRAME));
    }
}
