package cn.siyu.adapter.wecomsimulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Small files whose headers say what a test needs, padded to any size.
final class TestFiles {
    private TestFiles() {}

    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(40)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(ascii("IHDR"))
                .putInt(width)
                .putInt(height)
                .array();
    }

    static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(40)
                .putShort((short) 0xFFD8)
                .putShort((short) 0xFFE0)
                .putShort((short) 4)
                .putShort((short) 0)
                .putShort((short) 0xFFC0)
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    static byte[] mp4(int seconds) {
        var header = ByteBuffer.allocate(28)
                .putInt(28)
                .put(ascii("mvhd"))
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(600)
                .putInt(seconds * 600);
        return ByteBuffer.allocate(64)
                .putInt(16)
                .put(ascii("ftypisom"))
                .putInt(0)
                .putInt(12)
                .put(ascii("free"))
                .putInt(0)
                .putInt(36)
                .put(ascii("moov"))
                .put(header.flip())
                .array();
    }

    static byte[] amr(int seconds) {
        var voice = ByteBuffer.allocate(6 + seconds * 50 * 13).put(ascii("#!AMR\n"));
        for (var frame = 0; frame < seconds * 50; frame++) {
            voice.put((byte) 0x04).position(voice.position() + 12);
        }
        return voice.array();
    }

    static byte[] padded(byte[] file, int size) {
        return Arrays.copyOf(file, size);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
