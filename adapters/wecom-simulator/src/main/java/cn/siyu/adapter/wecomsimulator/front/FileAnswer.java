package cn.siyu.adapter.wecomsimulator.front;

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

    static void send(Exchange exchange, byte[] file, Head attached) throws IOException {
        exchange.set("Server", "nginx");
        exchange.set("Content-Type", attached.type());
        exchange.set("Content-disposition", "attachment; filename=\"" + attached.name() + "\"");
        exchange.set("Cache-Control", "no-cache, must-revalidate");
        exchange.set("Accept-Ranges", "bytes");
        var range = RANGE.matcher(exchange.header("Range"));
        if (!range.matches()) {
            exchange.answer(200, file);
            return;
        }
        var from = Integer.parseInt(range.group(1));
        var last = range.group(2).isEmpty() ? file.length - 1 : Integer.parseInt(range.group(2));
        var to = Math.min(file.length, last + 1);
        if (from >= to) {
            exchange.set("Content-Range", "bytes */" + file.length);
            exchange.answer(416);
            return;
        }
        exchange.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + file.length);
        exchange.answer(206, file, from, to - from, to - from);
    }
}
