package cn.siyu.adapter.wecomsimulator.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// An answer that is a file: whole, or the range that the caller asked for (断点下载).
final class FileAnswer {
    private static final Pattern RANGE = Pattern.compile("bytes[= ](\\d{1,9})-(\\d{0,9})");

    private FileAnswer() {}

    /// The headers of a file.
    record Head(String type, String name) {
        /// The name is the file's own with an end that suits its type.
        static Head of(Path file, String type) {
            var end = type.equals("application/octet-stream") ? "bin" : type.substring(type.indexOf('/') + 1);
            return new Head(type, file.getFileName() + "." + end);
        }
    }

    static void send(HttpExchange exchange, byte[] file, Head attached) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Server", "nginx");
        headers.set("Content-Type", attached.type());
        headers.set("Content-disposition", "attachment; filename=\"" + attached.name() + "\"");
        headers.set("Cache-Control", "no-cache, must-revalidate");
        headers.set("Accept-Ranges", "bytes");
        var asked = exchange.getRequestHeaders().getFirst("Range");
        var range = RANGE.matcher(asked == null ? "" : asked);
        if (!range.matches()) {
            write(exchange, 200, file, 0, file.length);
            return;
        }
        var from = Integer.parseInt(range.group(1));
        var last = range.group(2).isEmpty() ? file.length - 1 : Integer.parseInt(range.group(2));
        var to = Math.min(file.length, last + 1);
        if (from >= to) {
            headers.set("Content-Range", "bytes */" + file.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        headers.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + file.length);
        write(exchange, 206, file, from, to - from);
    }

    private static void write(HttpExchange exchange, int status, byte[] file, int from, int length) throws IOException {
        var nothing = length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, nothing ? -1 : length);
        if (!nothing) {
            exchange.getResponseBody().write(file, from, length);
        }
    }
}
