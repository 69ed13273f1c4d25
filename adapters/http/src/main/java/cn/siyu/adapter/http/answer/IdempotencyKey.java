package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `Idempotency-Key` of a request, quoted as a structured field or bare.
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + WriteLimits.LONGEST_KEY + "}");

    private IdempotencyKey() {}

    static Optional<String> of(HttpRequest<?> request) {
        String given = request.getHeaders().get(HEADER);
        if (given == null) {
            return Optional.empty();
        }
        String text = given.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : text;
        if (!VISIBLE.matcher(key).matches()) {
            throw Problems.header(
                    HEADER,
                    ProblemCode.IDEMPOTENCY_KEY_INVALID,
                    Text.of(
                            "An Idempotency-Key has 1 to %s visible characters without spaces, for example a UUID.",
                            "Idempotency-Key 由 1 到 %s 个可见字符组成，不含空格，例如 UUID。", WriteLimits.LONGEST_KEY));
        }
        return Optional.of(key);
    }

    static String required(HttpRequest<?> request) {
        return of(request)
                .orElseThrow(() -> Problems.header(
                        HEADER,
                        ProblemCode.IDEMPOTENCY_KEY_MISSING,
                        Text.of(
                                "Send an Idempotency-Key: repeating this request by accident would cost money or patience.",
                                "请发送 Idempotency-Key：误重复此请求会浪费金钱或打扰客户。")));
    }
}
