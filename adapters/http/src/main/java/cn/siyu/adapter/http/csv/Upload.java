package cn.siyu.adapter.http.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/// A file that was received, on disk until it is closed. It can be read several times.
public final class Upload implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final long size;
    private final byte[] digest;

    private Upload(Path path, long size, byte[] digest) {
        this.path = path;
        this.size = size;
        this.digest = digest;
    }

    /// Receives a file; empty if there is more of it than wanted.
    static Optional<Upload> of(InputStream in, long most) throws IOException {
        // only this process's user can read it
        Path path = Files.createTempFile("siyu-upload-", ".csv");
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = sha256();
            long size = copy(in, out, digest, most);
            kept = size <= most;
            return kept ? Optional.of(new Upload(path, size, digest.digest())) : Optional.empty();
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static long copy(InputStream in, OutputStream out, MessageDigest digest, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int count = in.read(buffer);
        while (count >= 0 && size <= most) {
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
            size += count;
            count = in.read(buffer);
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /// How many bytes it has.
    public long size() {
        return size;
    }

    /// The SHA-256 of its bytes, which tells it from other files.
    public byte[] digest() {
        return digest.clone();
    }

    /// Its bytes, from the beginning.
    InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
