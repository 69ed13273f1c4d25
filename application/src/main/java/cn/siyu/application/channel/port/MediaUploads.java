package cn.siyu.application.channel.port;

import cn.siyu.application.channel.MediaFile;
import java.time.Instant;

/// Files that messages and moments refer to (素材上传). An upload reaches nobody and may be
/// repeated, so its failures are never [Answer.Unknown].
public interface MediaUploads {
    /// The most bytes that a file of a kind for messages may have: whatever is larger need not be
    /// fetched.
    int mostBytes(Kind kind);

    /// Uploads a file for messages (临时素材). It can be used until [Media#endsAt] and then has to
    /// be uploaded again.
    Answer<Media> forMessages(MediaFile file);

    /// Uploads a picture or a video for moments (朋友圈附件); it fits nowhere else.
    Answer<Media> forMoments(MediaFile file);

    /// Uploads a picture for product albums (商品图册附件); it fits nowhere else.
    Answer<Media> forProducts(MediaFile file);

    /// Uploads a picture that keeps one address for ever (图片永久链接); its number per day and
    /// month is limited.
    Answer<String> picture(MediaFile file);

    enum Kind {
        IMAGE,
        VOICE,
        VIDEO,
        FILE
    }

    /// An uploaded file.
    ///
    /// @param endsAt from when on the far side has forgotten it
    record Media(String mediaId, Instant endsAt) {}
}
