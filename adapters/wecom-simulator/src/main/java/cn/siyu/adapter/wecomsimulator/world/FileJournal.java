package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A corp's journal as a file: one row per line, as JSON. A line without its end is one that a killed process
/// did not finish; the caller it belonged to was never answered, so it is dropped.
final class FileJournal implements Journal {
    private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Row.class);
    private static final ObjectReader READER = Json.MAPPER.readerFor(Row.class);
    private final OutputStream out;
    private boolean dirty;

    private FileJournal(OutputStream out) {
        this.out = out;
    }

    /// Calls `sink` with each row of a journal.
    static void replay(Path file, Consumer<Row> sink) {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var line = new ByteArrayOutputStream(512);
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    sink.accept(READER.readValue(line.toByteArray()));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the world from " + file, e);
        }
    }

    /// Replaces a journal by the given rows, all or nothing, and goes on writing behind them.
    static FileJournal compacted(Path file, Stream<Row> rows) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            var journal = new FileJournal(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16));
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                journal.append(each.next());
            }
            journal.close();
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new FileJournal(
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the world to " + file, e);
        }
    }

    @Override
    public void append(Row row) {
        try {
            out.write(WRITER.writeValueAsBytes(row));
            out.write('\n');
            dirty = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the world", e);
        }
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
