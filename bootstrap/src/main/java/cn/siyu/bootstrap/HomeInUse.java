package cn.siyu.bootstrap;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second process off the home, whatever the database is, and says in its file `running`
/// which process has it: `./dev reset` looks there. The lock ends with the process, however it
/// ends.
@Context
final class HomeInUse {
    private final FileChannel file;
    private final FileLock lock;

    HomeInUse(@Property(name = "siyu.home") String home) throws IOException {
        this.file = FileChannel.open(
                Path.of(home, "running"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock free = lock(file);
        if (free == null) {
            file.close();
            throw new IllegalStateException(
                    "the product runs already from " + home + "; stop it first, or choose another home with --home");
        }
        this.lock = free;
        file.truncate(0);
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        file.write(ByteBuffer.wrap(pid), 0);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    @PreDestroy
    void leave() throws IOException {
        file.truncate(0);
        lock.release();
        file.close();
    }
}
