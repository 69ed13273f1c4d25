package cn.siyu.adapter.http.csv;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The CSV body of a request. A controller takes it as an argument and receives it once, on the
/// request's own thread.
public final class CsvBody {
    /// The media type; its `charset` may name the encoding.
    public static final String TYPE = "text/csv";

    /// Bytes of a file: about half a million orders, which are taken in while the request waits.
    public static final long MOST_BYTES = 32L << 20;

    private final Optional<MediaType> type;
    private final OptionalLong expected;
    private final Supplier<InputStream> source;

    /// @param expected the length that the request names
    CsvBody(Optional<MediaType> type, OptionalLong expected, Supplier<InputStream> source) {
        this.type = type;
        this.expected = expected;
        this.source = source;
    }

    /// Waits for the whole body and puts it into a file.
    ///
    /// @param most the bytes that are taken
    public Upload receive(long most) {
        if (expected.orElse(0) > most) {
            throw tooLarge(most);
        }
        try (InputStream in = source.get()) {
            return Upload.of(in, most).orElseThrow(() -> tooLarge(most));
        } catch (IOException e) {
            throw Problems.of(
                    ProblemCode.MALFORMED_REQUEST,
                    Text.of("The upload broke off. Send the file again.", "上传中断。请重新发送文件。"));
        }
    }

    /// The encoding that the request names, if it does.
    public Optional<String> charset() {
        return type.flatMap(each -> each.getParameters().get("charset"));
    }

    private static ProblemException tooLarge(long most) {
        return Problems.of(
                ProblemCode.BODY_TOO_LARGE,
                Text.of(
                        "The file is larger than %s bytes. Cut it into several, each with the header.",
                        "文件超过 %s 字节。请拆成多个文件，每个都带表头。", most));
    }
}
