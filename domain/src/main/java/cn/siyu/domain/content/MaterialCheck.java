package cn.siyu.domain.content;

import cn.siyu.domain.content.ContentError.Code;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Checks a draft when it is saved. All mistakes come out at once, in the order of the material.
public final class MaterialCheck {
    private static final int NAME_LENGTH = 100;
    private static final int FILE_NAME_BYTES = 200;

    private final ContentLimits limits;
    private final List<ContentError> errors = new ArrayList<>();

    private MaterialCheck(ContentLimits limits) {
        this.limits = limits;
    }

    /// What the check came to.
    public sealed interface Checked {
        /// The draft can be saved.
        record Accepted(MaterialContent content) implements Checked {}

        /// It can't; never empty.
        record Refused(List<ContentError> errors) implements Checked {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /// Checks `draft` against the channel's limits.
    public static Checked check(MaterialDraft draft, ContentLimits limits) {
        MaterialCheck check = new MaterialCheck(limits);
        check.name(draft.name());
        Template template = check.text(draft);
        check.attachments(draft.attachments());
        return check.errors.isEmpty()
                ? new Checked.Accepted(new MaterialContent(template, draft.attachments()))
                : new Checked.Refused(check.errors);
    }

    private void name(String name) {
        if (name.isBlank()) {
            error(Code.EMPTY, Wording.of("Give the material a name.", "请填写素材名称。"), "/name");
        } else if (name.length() > NAME_LENGTH) {
            error(Code.TOO_LONG, Wording.of("A name has at most %s characters.", "名称最多 %s 个字符。", NAME_LENGTH), "/name");
        }
    }

    private Template text(MaterialDraft draft) {
        TemplateReader.Read read = TemplateReader.read(draft.text(), "/text");
        errors.addAll(read.errors());
        if (draft.text().isBlank() && draft.attachments().isEmpty()) {
            error(Code.EMPTY, Wording.of("Write a text or attach something.", "请填写文本或添加附件。"), "/text");
        }
        int least = leastBytes(read.template());
        if (least > limits.text()) {
            tooLong(least, limits.text(), "/text");
        }
        return read.template();
    }

    // even with every value empty the text is this long; how long it really is shows when it is rendered
    private static int leastBytes(Template template) {
        return template.segments().stream()
                .mapToInt(s -> s instanceof Template.Segment.Words(var text) ? bytes(text) : 0)
                .sum();
    }

    private void attachments(List<Attachment> attachments) {
        if (attachments.size() > limits.attachments()) {
            error(
                    Code.TOO_MANY_ATTACHMENTS,
                    Wording.of("A message takes %s attachments.", "一条消息最多 %s 个附件。", limits.attachments()),
                    "/attachments");
        }
        for (int i = 0; i < attachments.size(); i++) {
            attachment(attachments.get(i), "/attachments/" + i);
        }
    }

    private void attachment(Attachment attachment, String at) {
        switch (attachment) {
            case Attachment.Image(var url) -> url(url, at + "/url");
            case Attachment.Video(var url) -> url(url, at + "/url");
            case Attachment.File(var name, var url) -> {
                fileName(name, at + "/name");
                url(url, at + "/url");
            }
            case Attachment.Link link -> {
                bounded(link.title(), limits.linkTitle(), at + "/title");
                if (link.description() != null) {
                    longest(link.description(), limits.linkDescription(), at + "/description");
                }
                if (link.pictureUrl() != null) {
                    url(link.pictureUrl(), at + "/pictureUrl");
                }
                url(link.url(), at + "/url");
            }
            case Attachment.MiniProgram program -> {
                bounded(program.title(), limits.miniProgramTitle(), at + "/title");
                url(program.coverUrl(), at + "/coverUrl");
                bounded(program.appId(), limits.url(), at + "/appId");
                bounded(program.page(), limits.url(), at + "/page");
            }
        }
    }

    // it becomes part of a request's head: what would break out of it there is refused here
    private void fileName(String name, String at) {
        bounded(name, FILE_NAME_BYTES, at);
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f || "\"\\/".indexOf(c) >= 0)) {
            error(
                    Code.UNSENDABLE_CHARACTER,
                    Wording.of(
                            "A file name has no slashes, quotation marks or control characters.", "文件名不能包含斜杠、引号或控制字符。"),
                    at);
        }
    }

    private void bounded(String text, int most, String at) {
        if (text.isBlank()) {
            error(Code.EMPTY, Wording.of("This must not be empty.", "此项不能为空。"), at);
        }
        longest(text, most, at);
    }

    private void longest(String text, int most, String at) {
        if (bytes(text) > most) {
            tooLong(bytes(text), most, at);
        }
    }

    private void url(String url, String at) {
        longest(url, limits.url(), at);
        if (!isWebAddress(url)) {
            error(
                    Code.INVALID_URL,
                    Wording.of(
                            "Write a whole address such as https://example.com/a.png.",
                            "请填写完整网址，如 https://example.com/a.png。"),
                    at);
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            @Nullable String scheme = uri.getScheme();
            return scheme != null
                    && uri.getHost() != null
                    && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private void tooLong(int bytes, int most, String at) {
        error(
                Code.TOO_LONG,
                Wording.of(
                        "This has %s bytes and may have %s; a Chinese character counts 3.",
                        "此项有 %s 字节，最多 %s 字节；一个汉字计 3 字节。", bytes, most),
                at);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void error(Code code, Wording detail, String at) {
        errors.add(new ContentError(code, detail, at, null, null));
    }
}
