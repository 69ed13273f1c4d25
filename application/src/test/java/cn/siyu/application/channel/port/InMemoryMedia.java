package cn.siyu.application.channel.port;

import cn.siyu.application.channel.MediaFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Uploads in memory: three days of life, ten megabytes, and pictures for ever.
final class InMemoryMedia implements MediaUploads {
    private static final Duration LIFE = Duration.ofDays(3);
    private static final int LEAST = 6;

    private final InMemoryFarSide farSide;

    InMemoryMedia(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    /// What an upload is for.
    enum Scene {
        MESSAGES,
        MOMENTS,
        PRODUCTS,
        FOR_EVER
    }

    /// One upload.
    record Kept(Kind kind, Scene scene, Instant endsAt) {}

    @Override
    public int mostBytes(Kind kind) {
        return 10 << 20;
    }

    @Override
    public Answer<Media> forMessages(MediaFile file) {
        return kept(file, Scene.MESSAGES, mostBytes(file.kind()));
    }

    @Override
    public Answer<Media> forMoments(MediaFile file) {
        return file.kind() == Kind.VOICE
                ? Answer.notDone(NotDoneReason.INVALID, "moments carry no voice")
                : kept(file, Scene.MOMENTS, mostBytes(file.kind()));
    }

    @Override
    public Answer<Media> forProducts(MediaFile file) {
        return file.kind() == Kind.IMAGE
                ? kept(file, Scene.PRODUCTS, mostBytes(file.kind()))
                : Answer.notDone(NotDoneReason.INVALID, "product albums carry pictures only");
    }

    @Override
    public Answer<String> picture(MediaFile file) {
        return file.kind() == Kind.IMAGE
                ? kept(file, Scene.FOR_EVER, 2 << 20).map(Media::mediaId)
                : Answer.notDone(NotDoneReason.INVALID, "only a picture gets an address for ever");
    }

    private Answer<Media> kept(MediaFile file, Scene scene, int most) {
        return farSide.upload(() -> {
            if (file.bytes().length < LEAST || file.bytes().length > most) {
                return Answer.notDone(NotDoneReason.INVALID, "too small or too large");
            }
            var name = file.kind().name().toLowerCase(Locale.ROOT) + farSide.next();
            var id = scene == Scene.FOR_EVER ? "https://far.side/pictures/" + name : "media-" + name;
            var ends = scene == Scene.FOR_EVER ? Instant.MAX : farSide.now().plus(LIFE);
            farSide.media.put(id, new Kept(file.kind(), scene, ends));
            return Answer.done(new Media(id, ends));
        });
    }

    /// Whether everything that a message refers to was uploaded for messages and is still there.
    static boolean there(InMemoryFarSide farSide, OutboundMessage message) {
        return message.attachments().stream().allMatch(attachment -> switch (attachment) {
            case Attachment.Image(var media) -> there(farSide, media, Kind.IMAGE);
            case Attachment.Video(var media) -> there(farSide, media, Kind.VIDEO);
            case Attachment.File(var _, var media) -> there(farSide, media, Kind.FILE);
            case Attachment.MiniProgram program -> there(farSide, program.pictureMediaId(), Kind.IMAGE);
            case Attachment.Link _ -> true;
        });
    }

    /// Whether a picture was uploaded for product albums and is still there.
    static boolean ofProducts(InMemoryFarSide farSide, String media) {
        var kept = farSide.media.get(media);
        return kept != null && kept.scene() == Scene.PRODUCTS && farSide.now().isBefore(kept.endsAt());
    }

    private static boolean there(InMemoryFarSide farSide, String media, Kind kind) {
        var kept = farSide.media.get(media);
        return kept != null
                && kept.kind() == kind
                && (kept.scene() == Scene.MESSAGES || kept.scene() == Scene.FOR_EVER)
                && farSide.now().isBefore(kept.endsAt());
    }
}
