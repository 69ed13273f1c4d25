package cn.siyu.application.channel.port;

import java.time.Instant;

/// Files that messages and moments refer to (素材上传). An upload reaches nobody and may be repeated, so its failures are
/// never [Answer.Unknown].
public interface MediaUploads {
    /// Uploads a file for messages (临时素材). It can be used until [Media#endsAt] and then has to be uploaded again.
    Answer<Media> forMessages(File file);

    /// Uploads a picture or a video for moments (朋友圈附件); it fits nowhere else.
    Answer<Media> forMoments(File file);

    /// Uploads a picture that keeps one address for ever (图片永久链接); its number per day and month is limited.
    Answer<String> picture(File file);

    enum Kind {
        IMAGE,
        VOICE,
        VIDEO,
        FILE
    }

    /// What to upload.
    final class File {
        private final Kind kind;
        private final String name;
        private final byte[] bytes;

        /// `bytes` is not copied: whoever hands it over does not change it any more.
        ///
        /// @param name as recipients see it, with its extension
        public File(Kind kind, String name, byte[] bytes) {
            if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(c -> c < ' ' || c == '"')) {
                throw new IllegalArgumentException("a file needs a name of 1 to 200 printable characters");
            }
            this.kind = kind;
            this.name = name;
            this.bytes = bytes;
        }

        public Kind kind() {
            return kind;
        }

        public String name() {
            return name;
        }

        /// The file itself, for reading only.
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return "File[kind=" + kind + ", name=" + name + ", " + bytes.length + " bytes]";
        }
    }

    /// An uploaded file.
    ///
    /// @param endsAt from when on the far side has forgotten it
    record Media(String mediaId, Instant endsAt) {}
}
