package cn.siyu.adapter.http.content;

import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.domain.content.Message;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.content.Variable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a draft would read to a customer.
///
/// @param sendable whether it could be sent with these values
/// @param text what the customer would read; null if it could not be sent
/// @param bytes how long the text is in UTF-8, as channels count; null if it could not be sent
/// @param attachments what would go along
/// @param missing variables that have neither a value nor a fallback
/// @param reason why it could not be sent; null if it could
@Serdeable
@Schema(name = "MaterialPreview")
record MaterialPreviewResource(
        @Schema(example = "true") boolean sendable,

        @Nullable @Schema(example = "小林，欢迎来到小店咖啡！", maxLength = 20000)
        String text,

        @Nullable @Schema(example = "36", minimum = "0") Integer bytes,
        @ArraySchema(maxItems = 50) List<AttachmentResource> attachments,

        @ArraySchema(maxItems = 100, schema = @Schema(maxLength = 60, example = "customer.nickname"))
        List<String> missing,

        @Nullable @Schema(example = "Give these a fallback: customer.nickname.", maxLength = 2000)
        String reason) {

    static MaterialPreviewResource of(Rendering rendering, Language language) {
        return switch (rendering) {
            case Rendering.Rendered(var message) -> sendable(message);
            case Rendering.ValuesMissing(var variables) -> {
                List<String> paths = paths(variables);
                yield not(
                        paths,
                        Text.of(
                                "Give these a fallback, as in {{name|fallback}}: %s.",
                                "请为以下变量填写缺省值，如 {{变量|缺省值}}：%s。", String.join(", ", paths)),
                        language);
            }
            case Rendering.TooLong(var bytes, var limit) ->
                not(
                        List.of(),
                        Text.of(
                                "With these values the text has %s bytes and may have %s.",
                                "代入变量后文本有 %s 字节，最多 %s 字节。", bytes, limit),
                        language);
            case Rendering.NothingToSay() ->
                not(List.of(), Text.of("With these values nothing is left to be said.", "代入变量后内容为空。"), language);
        };
    }

    private static MaterialPreviewResource sendable(Message message) {
        return new MaterialPreviewResource(
                true,
                message.text(),
                message.text().getBytes(StandardCharsets.UTF_8).length,
                message.attachments().stream().map(AttachmentResource::of).toList(),
                List.of(),
                null);
    }

    private static MaterialPreviewResource not(List<String> missing, Text reason, Language language) {
        return new MaterialPreviewResource(false, null, null, List.of(), missing, reason.in(language));
    }

    private static List<String> paths(Set<Variable> variables) {
        return variables.stream().map(Variable::path).sorted().collect(Collectors.toList());
    }
}
