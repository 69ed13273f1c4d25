package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.NotDoneReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Uploads (素材管理): `media/upload`, `media/upload_attachment` and `media/uploadimg`. A repeated
/// upload harms nobody, so these calls are judged as reads.
public final class WeComMedia implements MediaUploads {
    private static final Duration LIFE = Duration.ofDays(3);
    private static final int LEAST = 6;
    private static final int PICTURE = 2 << 20;
    private static final int ATTACHMENT = 10 << 20;

    private final WeComClient client;

    public WeComMedia(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Media> forMessages(MediaFile file) {
        var query = Map.of("type", word(file.kind()));
        return checked(
                file,
                mostBytes(file.kind()),
                named -> client.read(ApiCall.upload("/cgi-bin/media/upload", query, named), WeComMedia::media));
    }

    @Override
    public Answer<Media> forMoments(MediaFile file) {
        if (file.kind() == Kind.VOICE) {
            return Answer.notDone(NotDoneReason.INVALID, "moments carry no voice");
        }
        return attachment(file, "1");
    }

    @Override
    public Answer<Media> forProducts(MediaFile file) {
        return file.kind() == Kind.IMAGE
                ? attachment(file, "2")
                : Answer.notDone(NotDoneReason.INVALID, "product albums carry pictures only");
    }

    /// @param scene 1 moments, 2 product albums
    private Answer<Media> attachment(MediaFile file, String scene) {
        var query = Map.of("media_type", word(file.kind()), "attachment_type", scene);
        return checked(
                file,
                ATTACHMENT,
                named -> client.read(
                        ApiCall.upload("/cgi-bin/media/upload_attachment", query, named), WeComMedia::media));
    }

    @Override
    public Answer<String> picture(MediaFile file) {
        return file.kind() == Kind.IMAGE
                ? checked(
                        file,
                        PICTURE,
                        named -> client.read(
                                ApiCall.upload("/cgi-bin/media/uploadimg", Map.of(), named),
                                answer -> answer.text("url")))
                : Answer.notDone(NotDoneReason.INVALID, "only a picture gets an address for ever");
    }

    private static <T> Answer<T> checked(MediaFile file, int most, Function<MediaFile, Answer<T>> upload) {
        var size = file.bytes().length;
        if (size < LEAST || size > most) {
            return Answer.notDone(NotDoneReason.INVALID, "a file of " + LEAST + " to " + most + " bytes, not " + size);
        }
        var format = MediaFormat.of(file);
        return format.isEmpty()
                ? Answer.notDone(NotDoneReason.INVALID, "a " + word(file.kind()) + " is none of its formats")
                : upload.apply(format.get().named(file));
    }

    @Override
    public int mostBytes(Kind kind) {
        return switch (kind) {
            case IMAGE, VIDEO -> 10 << 20;
            case VOICE -> 2 << 20;
            case FILE -> 20 << 20;
        };
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Media media(AnswerBody answer) throws MalformedAnswer {
        return new Media(
                answer.id("media_id", MediaFormat.ID_CHARS),
                answer.time("created_at").plus(LIFE));
    }
}
