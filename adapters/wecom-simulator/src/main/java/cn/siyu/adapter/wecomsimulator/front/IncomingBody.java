package cn.siyu.adapter.wecomsimulator.front;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A request's body, piece by piece: the next piece is fetched from the connection when the last
/// one has been read, so that a large body never lies in memory.
final class IncomingBody extends InputStream {
    private final Channel channel;
    private final BlockingQueue<HttpContent> pieces = new LinkedBlockingQueue<>();
    private ByteBuf present = Unpooled.EMPTY_BUFFER;
    private boolean ended;

    IncomingBody(Channel channel) {
        this.channel = channel;
    }

    /// A piece has come.
    void add(HttpContent piece) {
        pieces.add(piece);
    }

    /// No further piece will come.
    void breakOff() {
        var end = new DefaultLastHttpContent();
        end.setDecoderResult(DecoderResult.failure(new IOException("the caller broke off")));
        pieces.add(end);
    }

    @Override
    public int read() throws IOException {
        return filled() ? present.readByte() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int read = Math.min(length, present.readableBytes());
        present.readBytes(into, from, read);
        return read;
    }

    /// Reads what is left.
    /// @return whether that was the end; no more than `most` bytes are read
    boolean drained(int most) {
        try {
            for (int left = most; left >= 0; left -= present.readableBytes()) {
                present.skipBytes(present.readableBytes());
                if (!filled()) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        } finally {
            present.release();
        }
    }

    /// Whether there is something to read.
    private boolean filled() throws IOException {
        while (!present.isReadable() && !ended) {
            present.release();
            var piece = next();
            present = piece.content();
            ended = piece instanceof LastHttpContent;
            if (piece.decoderResult().isFailure()) {
                throw new IOException(
                        "the body broke off", piece.decoderResult().cause());
            }
        }
        return present.isReadable();
    }

    private HttpContent next() throws IOException {
        try {
            if (pieces.isEmpty()) {
                channel.read();
            }
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while a body was read", e);
        }
    }
}
