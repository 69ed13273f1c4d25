package cn.siyu.adapter.wecomsimulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The bytes of a corp's files: one file each in a directory beside the journal, or in a temporary
/// one that ends with the corp when the world is kept in memory.
final class MediaFiles {
    private final @Nullable Path lasting;
    private @Nullable Path directory;
    private boolean staged;

    private MediaFiles(@Nullable Path lasting) {
        this.lasting = lasting;
    }

    static MediaFiles in(Path directory) {
        return new MediaFiles(directory);
    }

    static MediaFiles temporary() {
        return new MediaFiles(null);
    }

    /// These files, but as long as [#settle] was not called they are kept aside.
    MediaFiles staged() {
        staged = true;
        return this;
    }

    /// Puts what was kept aside where it belongs.
    void settle() {
        var aside = directory;
        if (!staged) {
            return;
        }
        staged = false;
        if (lasting == null || aside == null) {
            return;
        }
        directory = null;
        try (var files = Files.newDirectoryStream(aside)) {
            for (var file : files) {
                Files.move(file, path(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the files of " + lasting, e);
        }
    }

    /// Writes a file before the row that tells of it, so that no row is without its file.
    void write(String id, ByteBuffer bytes) {
        var left = bytes.duplicate();
        try (var out = FileChannel.open(path(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.truncate(bytes.remaining());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a file", e);
        }
    }

    /// Where a file lies.
    Path path(String id) {
        return directory().resolve(id);
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a file", e);
        }
    }

    /// Ends the files of a corp that is removed, or was never to outlive the process.
    void end(boolean removed) {
        var where = directory == null && !staged ? lasting : directory;
        if (where == null || (lasting != null && !removed && !staged) || !Files.exists(where)) {
            return;
        }
        try (var files = Files.newDirectoryStream(where)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(where);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + where, e);
        }
    }

    private Path directory() {
        try {
            if (directory == null) {
                directory = lasting == null || staged
                        ? Files.createTempDirectory("wecom-simulator-media")
                        : Files.createDirectories(lasting);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep files", e);
        }
    }
}
