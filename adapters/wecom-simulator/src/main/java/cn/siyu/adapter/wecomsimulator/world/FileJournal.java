package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.stream.Stream;

/// A corp's journal as a file: one row per line, as JSON, or short where [CompactRows] knows it. It
/// is written anew from the rows that are true now when it has grown to several times their number.
final class FileJournal implements Journal {
    private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Row.class);
    private static final long FEW = 200_000;
    private final Path file;
    private final OutputStream out;
    private final long live;
    private long lines;
    private boolean dirty;

    private FileJournal(Path file, OutputStream out, long live, long lines) {
        this.file = file;
        this.out = out;
        this.live = live;
        this.lines = lines;
    }

    /// Goes on writing behind the whole lines of a journal.
    /// @param live how many rows are true now
    static FileJournal continued(Path file, JournalReader.Found found, long live) {
        try {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(found.bytes());
            }
            return new FileJournal(file, appending(file), live, found.rows());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the world to " + file, e);
        }
    }

    /// Replaces a journal by the given rows, all or nothing, and goes on writing behind them.
    static FileJournal compacted(Path file, Stream<Row> rows) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            long written = 0;
            try (var out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
                out.write(CompactRows.head().getBytes(StandardCharsets.UTF_8));
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); written++) {
                    write(out, each.next());
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new FileJournal(file, appending(file), written, written);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the world to " + file, e);
        }
    }

    private static OutputStream appending(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND), 1 << 16);
    }

    private static void write(OutputStream out, Row row) throws IOException {
        var line = CompactRows.line(row);
        out.write(line == null ? WRITER.writeValueAsBytes(row) : line);
        out.write('\n');
    }

    @Override
    public void append(Row row) {
        try {
            write(out, row);
            lines++;
            dirty = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the world", e);
        }
    }

    @Override
    public boolean isOvergrown() {
        return isOvergrown(lines, live);
    }

    /// Whether a journal holds so many rows that are true no longer that it should be written anew.
    static boolean isOvergrown(long lines, long live) {
        return lines - live > Math.max(FEW, 2 * live);
    }

    @Override
    public Journal rewritten(Stream<Row> rows) {
        close();
        return compacted(file, rows);
    }

    @Override
    public void flush() {
        if (!dirty) {
            return;
        }
        try {
            out.flush();
            dirty = false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the world", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the world", e);
        }
    }
}
