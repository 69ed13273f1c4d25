package cn.siyu.adapter.http.csv;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the characters of a file are written: UTF-8, with or without a byte order mark, or GB18030,
/// which contains GBK and GB2312; UTF-16 if it begins with its mark. It is found by reading all of
/// the file, since the first Chinese character may stand far behind.
public final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<String, Charset> NAMES = Map.of(
            "utf-8",
            StandardCharsets.UTF_8,
            "utf8",
            StandardCharsets.UTF_8,
            "gb18030",
            GB18030,
            "gbk",
            GB18030,
            "gb2312",
            GB18030,
            "utf-16",
            StandardCharsets.UTF_16);
    private static final List<byte[]> UTF_16_MARKS =
            List.of(new byte[] {(byte) 0xfe, (byte) 0xff}, new byte[] {(byte) 0xff, (byte) 0xfe});
    private static final List<byte[]> WORKBOOKS =
            List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});

    private Encoding() {}

    /// The encoding of a file; refuses one that is no text.
    ///
    /// @param named what the sender says it is
    public static Charset of(Upload file, Optional<String> named) {
        byte[] beginning = beginning(file);
        if (WORKBOOKS.stream().anyMatch(mark -> startsWith(beginning, mark))) {
            throw Problems.of(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    Text.of(
                            "This is an Excel workbook. Save it as CSV UTF-8 and send that.",
                            "这是 Excel 工作簿。请另存为“CSV UTF-8（逗号分隔）”后再发送。"));
        }
        List<Charset> possible = named.map(name -> List.of(known(name)))
                .orElseGet(() -> UTF_16_MARKS.stream().anyMatch(mark -> startsWith(beginning, mark))
                        ? List.of(StandardCharsets.UTF_16)
                        : List.of(StandardCharsets.UTF_8, GB18030));
        return possible.stream()
                .filter(charset -> decodes(file, charset))
                .findFirst()
                .orElseThrow(() -> noText(possible));
    }

    private static Charset known(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> Problems.mediaType(List.of(
                        CsvBody.TYPE + "; charset=UTF-8",
                        CsvBody.TYPE + "; charset=GB18030",
                        CsvBody.TYPE + "; charset=UTF-16")));
    }

    private static byte[] beginning(Upload file) {
        try (InputStream in = file.open()) {
            return in.readNBytes(4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(Upload file, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[8192];
        try (var reader = new InputStreamReader(file.open(), decoder)) {
            int count = 0;
            while (count >= 0) {
                count = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException noText(List<Charset> tried) {
        String names = String.join(", ", tried.stream().map(Charset::name).toList());
        return Problems.body(
                "",
                ProblemCode.BAD_CHARACTER,
                Text.of(
                        "The file is not text in %s. Save it as CSV UTF-8 and send that.",
                        "文件不是 %s 编码的文本。请另存为“CSV UTF-8（逗号分隔）”后再发送。", names));
    }
}
