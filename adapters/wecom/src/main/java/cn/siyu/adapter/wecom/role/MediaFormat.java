package cn.siyu.adapter.wecom.role;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.MediaUploads.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats that the platform takes, told by the first bytes of a file: its name and its address
/// may lie.
enum MediaFormat {
    JPG(Kind.IMAGE, 0, "\u00ff\u00d8\u00ff", ".jpg .jpeg"),
    PNG(Kind.IMAGE, 0, "\u0089PNG\r\n\u001a\n", ".png"),
    MP4(Kind.VIDEO, 4, "ftyp", ".mp4"),
    AMR(Kind.VOICE, 0, "#!AMR", ".amr"),
    /// Any file at all, under the name that it has.
    ANY(Kind.FILE, 0, "", "");

    /// Longest id of an upload.
    static final int ID_CHARS = 512;

    private final Kind kind;
    private final int at;
    private final String mark;
    private final String extensions;

    MediaFormat(Kind kind, int at, String mark, String extensions) {
        this.kind = kind;
        this.at = at;
        this.mark = mark;
        this.extensions = extensions;
    }

    /// The format of a file; empty if it is none of its kind.
    static Optional<MediaFormat> of(MediaFile file) {
        return Arrays.stream(values())
                .filter(format -> format.kind == file.kind() && format.marks(file.bytes()))
                .findFirst();
    }

    private boolean marks(byte[] bytes) {
        int length = mark.length();
        return bytes.length >= at + length && new String(bytes, at, length, ISO_8859_1).equals(mark);
    }

    /// The file under a name with an extension of this format.
    MediaFile named(MediaFile file) {
        var name = file.name().toLowerCase(Locale.ROOT);
        var own = extensions.split(" ", -1);
        return Arrays.stream(own).anyMatch(name::endsWith)
                ? file
                : new MediaFile(file.kind(), file.name() + own[0], file.bytes());
    }
}
