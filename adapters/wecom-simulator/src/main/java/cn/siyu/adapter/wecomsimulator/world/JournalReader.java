package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Reads a journal: pieces of whole lines are taken apart side by side and applied in their order.
/// What stands behind the last line's end is a line that a killed process did not finish; the
/// caller it belonged to was never answered, so it is dropped.
final class JournalReader {
    private static final int PIECE = 1 << 20;
    private static final int AHEAD = 8;

    private JournalReader() {}

    /// What was found in a journal.
    ///
    /// @param rows how many
    /// @param bytes the length of its whole lines
    /// @param current whether its head is today's, so that one may go on writing behind it
    record Found(long rows, long bytes, boolean current) {}

    /// Calls `sink` with each row of a journal, in their order.
    static Found read(Path file, Consumer<Row> sink) {
        try (var in = Files.newInputStream(file);
                var workers = Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("journal-", 0).factory())) {
            return read(in, workers, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the world from " + file, e);
        }
    }

    private static Found read(InputStream in, ExecutorService workers, Consumer<Row> sink) throws IOException {
        Queue<Future<List<Row>>> ahead = new ArrayDeque<>();
        var head = CompactRows.head().getBytes(StandardCharsets.UTF_8);
        var current = false;
        long rows = 0;
        long bytes = 0;
        var rest = new byte[0];
        for (var block = in.readNBytes(PIECE); block.length > 0; block = in.readNBytes(PIECE)) {
            var end = lastEnd(block);
            var joined = join(rest, block);
            if (end < 0) {
                rest = joined;
                continue;
            }
            var length = rest.length + end;
            current |= bytes == 0 && startsWith(joined, head);
            var piece = joined;
            ahead.add(workers.submit(() -> rows(piece, length)));
            rest = Arrays.copyOfRange(joined, length, joined.length);
            bytes += length;
            if (ahead.size() > AHEAD) {
                rows += apply(ahead.remove(), rows, sink);
            }
        }
        while (!ahead.isEmpty()) {
            rows += apply(ahead.remove(), rows, sink);
        }
        return new Found(rows, bytes, current);
    }

    private static long apply(Future<List<Row>> piece, long before, Consumer<Row> sink) throws IOException {
        long number = before;
        try {
            for (var row : piece.get()) {
                number++;
                sink.accept(row);
            }
            return number - before;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadRow bad) {
                throw new IllegalArgumentException(
                        "row %d cannot be read: %s".formatted(before + bad.number, bad.getMessage()), e);
            }
            throw new IOException("a line cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "row %d cannot follow the rows before it: %s".formatted(number, e.getMessage()), e);
        }
    }

    /// A row that cannot be read, by its number within its piece.
    private static final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;
        private final int number;

        BadRow(int number, Exception cause) {
            super(cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage(), cause);
            this.number = number;
        }
    }

    private static List<Row> rows(byte[] piece, int length) throws BadRow {
        var rows = new ArrayList<Row>(length / 100);
        for (var from = 0; from < length; ) {
            var to = from;
            while (piece[to] != '\n') {
                to++;
            }
            try {
                if (piece[from] == '{') {
                    rows.add(RowReaders.JOURNAL.readValue(piece, from, to - from));
                } else if (piece[from] != '#') {
                    rows.add(CompactRows.row(piece, from, to - from));
                }
            } catch (IOException | RuntimeException e) {
                throw new BadRow(rows.size() + 1, e);
            }
            from = to + 1;
        }
        return rows;
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    /// The place behind the last line's end, -1 when there is none.
    private static int lastEnd(byte[] block) {
        for (var i = block.length; i > 0; i--) {
            if (block[i - 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] join(byte[] first, byte[] second) {
        if (first.length == 0) {
            return second;
        }
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
