package cn.siyu.application.channel.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be attached to a message (附件). Media references are ids that the far side issued; an
/// image may also be referred to by the `https` address that the far side issued for it. In a
/// message that is only planned they are the addresses of the files themselves: those are uploaded
/// before the message is handed to a channel.
public sealed interface Attachment {
    enum Kind {
        IMAGE,
        LINK,
        MINI_PROGRAM,
        VIDEO,
        FILE
    }

    Kind kind();

    record Image(String mediaId) implements Attachment {
        @Override
        public Kind kind() {
            return Kind.IMAGE;
        }
    }

    record Link(
            String title,
            String url,
            @Nullable String description,
            @Nullable String pictureUrl) implements Attachment {
        @Override
        public Kind kind() {
            return Kind.LINK;
        }
    }

    record MiniProgram(String title, String appId, String page, String pictureMediaId) implements Attachment {
        @Override
        public Kind kind() {
            return Kind.MINI_PROGRAM;
        }
    }

    record Video(String mediaId) implements Attachment {
        @Override
        public Kind kind() {
            return Kind.VIDEO;
        }
    }

    /// A file (文件).
    ///
    /// @param name as recipients see it; far sides take it from the upload
    record File(String name, String mediaId) implements Attachment {
        @Override
        public Kind kind() {
            return Kind.FILE;
        }
    }

    /// What recipients read of it: titles, descriptions, names of files.
    default List<String> words() {
        return switch (this) {
            case Image _, Video _ -> List.of();
            case File(var name, var _) -> List.of(name);
            case Link(var title, var _, var description, var _) ->
                description == null ? List.of(title) : List.of(title, description);
            case MiniProgram program -> List.of(program.title());
        };
    }
}
