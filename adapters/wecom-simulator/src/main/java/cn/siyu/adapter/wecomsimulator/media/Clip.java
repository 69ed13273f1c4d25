package cn.siyu.adapter.wecomsimulator.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/// An MP4 clip as its boxes describe it.
///
/// @param seconds how long it plays; 0 when its header does not tell
public record Clip(double seconds) {
    private static final int FTYP = 0x66747970;
    private static final int MOOV = 0x6D6F6F76;
    private static final int MVHD = 0x6D766864;
    private static final int HEAD = 8;

    /// Reads a clip's boxes.
    /// @return nothing when these bytes are not MP4
    public static Optional<Clip> read(ByteBuffer file) {
        if (file.remaining() < HEAD || file.getInt(4) != FTYP) {
            return Optional.empty();
        }
        var movie = box(file, 0, file.remaining(), MOOV);
        var header = movie < 0 ? -1 : box(file, movie + HEAD, end(file, movie, file.remaining()), MVHD);
        return Optional.of(new Clip(header < 0 ? 0 : seconds(file, header + HEAD)));
    }

    /// Where the first box of a kind begins, -1 when there is none.
    private static int box(ByteBuffer file, int from, int to, int kind) {
        var at = from;
        while (at + HEAD <= to) {
            if (file.getInt(at + 4) == kind) {
                return at;
            }
            at = end(file, at, to);
        }
        return -1;
    }

    /// Where a box ends; one of size 0 reaches to the end, and one that claims more than there is
    /// as well.
    private static int end(ByteBuffer file, int at, int to) {
        long size = Integer.toUnsignedLong(file.getInt(at));
        if (size == 1 && at + 16 <= to) {
            size = file.getLong(at + HEAD);
        }
        return size < HEAD || size > to - at ? to : at + (int) size;
    }

    /// The duration in a movie header of version 0 (32-bit times) or 1 (64-bit times).
    private static double seconds(ByteBuffer file, int at) {
        var wide = at < file.remaining() && file.get(at) == 1;
        var scaleAt = at + (wide ? 20 : 12);
        if (scaleAt + (wide ? 12 : 8) > file.remaining()) {
            return 0;
        }
        var scale = Integer.toUnsignedLong(file.getInt(scaleAt));
        var duration = wide ? file.getLong(scaleAt + 4) : Integer.toUnsignedLong(file.getInt(scaleAt + 4));
        return scale == 0 ? 0 : (double) duration / scale;
    }
}
