package cn.siyu.application.channel.port;

import org.jspecify.annotations.Nullable;

/// What may be attached to a message (附件). Media references are ids that the far side issued; an
/// image may also be
/// referred to by the `https` address that the far side issued for it.
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

    record File(String mediaId) implements Attachment {
        @Override
        public Kind kind() {
            return Kind.FILE;
        }
    }
}
