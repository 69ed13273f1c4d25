package cn.siyu.adapter.wecomsimulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a form with files. Forgiving: a form that is cut off, or says no boundary, gives the parts
/// that can be made out.
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");
    private static final byte[] BLANK_LINE = ascii("\r\n\r\n");

    private Multipart() {}

    /// The parts of a form.
    /// @param contentType the request's own header, `""` for none
    public static List<Part> read(String contentType, byte[] body) {
        var boundary = boundary(contentType, body);
        var parts = new ArrayList<Part>();
        if (boundary.length < 3) {
            return parts;
        }
        var at = find(body, boundary, 0);
        while (at >= 0) {
            var head = at + boundary.length + 2;
            var content = find(body, BLANK_LINE, head - 2);
            if (content < 0 || head > content) {
                break;
            }
            var next = find(body, boundary, content);
            var end = next < 0 ? body.length : next - 2;
            var from = content + BLANK_LINE.length;
            parts.add(part(new String(body, head, content - head, StandardCharsets.UTF_8), body, from, end));
            at = next;
        }
        return parts;
    }

    private static Part part(String head, byte[] body, int from, int to) {
        var bytes = ByteBuffer.wrap(body, from, Math.max(0, to - from)).slice().asReadOnlyBuffer();
        return new Part(value(NAME, head), value(FILE_NAME, head), bytes);
    }

    private static byte[] boundary(String contentType, byte[] body) {
        var said = BOUNDARY.matcher(contentType);
        if (said.find()) {
            return ascii("--" + said.group(1).strip());
        }
        var line = find(body, ascii("\r\n"), 0);
        return line > 2 && body[0] == '-' && body[1] == '-'
                ? ascii(new String(body, 0, line, StandardCharsets.US_ASCII))
                : new byte[0];
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (var at = Math.max(0, from); at + what.length <= in.length; at++) {
            var k = 0;
            while (k < what.length && in[at + k] == what[k]) {
                k++;
            }
            if (k == what.length) {
                return at;
            }
        }
        return -1;
    }

    private static String value(Pattern pattern, String head) {
        var found = pattern.matcher(head);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2).strip() : found.group(1);
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("[;\\s]" + name + "=(?:\"([^\"]*)\"|([^;\\s\"]+))", Pattern.CASE_INSENSITIVE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
