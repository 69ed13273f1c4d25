package cn.siyu.domain.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What goes along with a text (附件). Addresses are absolute; [MaterialCheck] holds them and the
/// lengths to the limits.
public sealed interface Attachment {
    /// A picture.
    ///
    /// @param url where it is fetched from when it is uploaded to the channel
    record Image(String url) implements Attachment {}

    /// A clip (视频).
    ///
    /// @param url where it is fetched from when it is uploaded to the channel
    record Video(String url) implements Attachment {}

    /// A file (文件), such as a menu or a manual.
    ///
    /// @param name as recipients see it, with its extension
    /// @param url where it is fetched from when it is uploaded to the channel
    record File(String name, String url) implements Attachment {}

    /// A web page, shown as a card.
    record Link(
            String title,
            @Nullable String description,
            @Nullable String pictureUrl,
            String url) implements Attachment {}

    /// A page of a mini program (小程序), shown as a card.
    ///
    /// @param coverUrl the card's picture
    /// @param appId the mini program's id on the platform
    /// @param page the path inside it
    record MiniProgram(String title, String coverUrl, String appId, String page) implements Attachment {}

    /// What recipients read of it: titles, descriptions, names of files.
    default List<String> words() {
        return switch (this) {
            case Image _, Video _ -> List.of();
            case File(var name, var _) -> List.of(name);
            case Link(var title, var description, var _, var _) ->
                description == null ? List.of(title) : List.of(title, description);
            case MiniProgram program -> List.of(program.title());
        };
    }
}
