package cn.siyu.application.channel;

import cn.siyu.application.channel.port.MediaUploads;

/// A file to upload (素材): what kind it is, its name, its bytes.
public final class MediaFile {
    private final MediaUploads.Kind kind;
    private final String name;
    private final byte[] bytes;

    /// `bytes` is not copied: whoever hands it over does not change it any more.
    ///
    /// @param name as recipients see it, with its extension
    public MediaFile(MediaUploads.Kind kind, String name, byte[] bytes) {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(c -> c < ' ' || c == '"')) {
            throw new IllegalArgumentException("a file needs a name of 1 to 200 printable characters");
        }
        this.kind = kind;
        this.name = name;
        this.bytes = bytes;
    }

    /// What it is.
    public MediaUploads.Kind kind() {
        return kind;
    }

    /// As recipients see it.
    public String name() {
        return name;
    }

    /// The file itself, for reading only.
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "MediaFile[kind=" + kind + ", name=" + name + ", " + bytes.length + " bytes]";
    }
}
