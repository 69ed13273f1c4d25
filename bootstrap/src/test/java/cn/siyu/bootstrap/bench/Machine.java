package cn.siyu.bootstrap.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// What the figures were measured on.
final class Machine {
    private static final int SYNCS = 200;

    private Machine() {}

    static List<String> lines() throws IOException {
        return List.of(
                "- processor: %d × %s"
                        .formatted(Runtime.getRuntime().availableProcessors(), field("/proc/cpuinfo", "model name")),
                "- memory: " + field("/proc/meminfo", "MemTotal"),
                "- system: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "- Java: " + Runtime.version(),
                "- disk: %.2f ms to write 8 kB durably (median of %d)".formatted(syncMillis(), SYNCS));
    }

    private static String field(String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith(name)) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "unknown";
    }

    private static double syncMillis() throws IOException {
        var file = Files.createTempFile("siyu-sync", "");
        long[] nanos = new long[SYNCS];
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(8192));
                channel.force(false);
                nanos[i] = System.nanoTime() - began;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(nanos);
        return nanos[SYNCS / 2] / 1e6;
    }
}
