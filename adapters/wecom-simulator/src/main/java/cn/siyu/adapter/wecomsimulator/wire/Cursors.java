package cn.siyu.adapter.wecomsimulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Page cursors (分页游标): 43 url-safe characters that hide a position and carry a mark of what
/// they were made for. A cursor that was made up, or belongs to another query, is answered
/// by 50100.
public final class Cursors {
    private static final int MARK = 16;

    private Cursors() {}

    /// Where the next page begins: two numbers whose meaning is the endpoint's own.
    public record Position(long major, long minor) {
        public static final Position START = new Position(Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /// The cursor for a position.
    /// @param query everything that the cursor must be used with again
    public static String write(String query, Position position) {
        var mark = mark(query, position);
        var bytes = ByteBuffer.allocate(MARK + 2 * Long.BYTES)
                .put(mark)
                .putLong(position.major() ^ ByteBuffer.wrap(mark).getLong(0))
                .putLong(position.minor() ^ ByteBuffer.wrap(mark).getLong(8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// The position of a cursor; an empty cursor is the start.
    /// @throws ApiError 50100 when the cursor is not one of this query
    public static Position read(String query, String cursor) {
        if (cursor.isEmpty()) {
            return Position.START;
        }
        var bytes = ByteBuffer.wrap(decode(cursor));
        if (bytes.remaining() != MARK + 2 * Long.BYTES) {
            throw Errcode.BAD_CURSOR.error();
        }
        var mark = new byte[MARK];
        bytes.get(mark);
        var position = new Position(
                bytes.getLong() ^ ByteBuffer.wrap(mark).getLong(0),
                bytes.getLong() ^ ByteBuffer.wrap(mark).getLong(8));
        if (!MessageDigest.isEqual(mark, mark(query, position))) {
            throw Errcode.BAD_CURSOR.error();
        }
        return position;
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw Errcode.BAD_CURSOR.error();
        }
    }

    private static byte[] mark(String query, Position position) {
        var words = "cursor|" + query + "|" + position.major() + "|" + position.minor();
        return Arrays.copyOf(sha256(words), MARK);
    }

    private static byte[] sha256(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
