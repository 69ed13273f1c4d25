package cn.siyu.adapter.wecomsimulator.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A temporary file (临时素材) that was uploaded; its bytes lie beside the journal.
///
/// @param sequence counts the files of a corp
/// @param name as its uploader called it
/// @param type its media type, such as `image/png`
/// @param size in bytes
/// @param seconds how long a clip or voice plays; 0 for what does not play
public record MediaRow(
        String id,
        int sequence,
        Kind kind,
        Scene scene,
        String name,
        String type,
        int size,
        double seconds,
        long createdAt,
        long expiresAt)
        implements Row {

    /// What the uploader said it is.
    public enum Kind {
        IMAGE,
        VOICE,
        VIDEO,
        FILE;

        /// The platform's word for it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /// What it may be used for (附件使用场景).
    public enum Scene {
        /// Messages of all kinds: uploaded by `media/upload`.
        MESSAGE,
        /// Moments (朋友圈): `upload_attachment` with attachment_type 1.
        MOMENT,
        /// Product albums (商品图册): attachment_type 2.
        ALBUM
    }

    public boolean expired(long now) {
        return expiresAt <= now;
    }
}
