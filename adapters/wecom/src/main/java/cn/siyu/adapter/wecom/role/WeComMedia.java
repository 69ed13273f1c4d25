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
import java.util.function.Supplier;

/// Uploads (素材管理): `media/upload`, `media/upload_attachment` and `media/uploadimg`. A repeated upload harms nobody, so
/// these calls are judged as reads.
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
        return checked(
                file,
                most(file.kind()),
                () -> client.read(
                        ApiCall.upload("/cgi-bin/media/upload", Map.of("type", word(file.kind())), file),
                        WeComMedia::media));
    }

    @Override
    public Answer<Media> forMoments(MediaFile file) {
        if (file.kind() == Kind.VOICE) {
            return Answer.notDone(NotDoneReason.INVALID, "moments carry no voice");
        }
        var query = Map.of("media_type", word(file.kind()), "attachment_type", "1");
        return checked(
                file,
                ATTACHMENT,
                () -> client.read(ApiCall.upload("/cgi-bin/media/upload_attachment", query, file), WeComMedia::media));
    }

    @Override
    public Answer<String> picture(MediaFile file) {
        return file.kind() == Kind.IMAGE
                ? checked(
                        file,
                        PICTURE,
                        () -> client.read(
                                ApiCall.upload("/cgi-bin/media/uploadimg", Map.of(), file),
                                answer -> answer.text("url")))
                : Answer.notDone(NotDoneReason.INVALID, "only a picture gets an address for ever");
    }

    private static <T> Answer<T> checked(MediaFile file, int most, Supplier<Answer<T>> upload) {
        var size = file.bytes().length;
        return size < LEAST || size > most
                ? Answer.notDone(NotDoneReason.INVALID, "a file of " + LEAST + " to " + most + " bytes, not " + size)
                : upload.get();
    }

    private static int most(Kind kind) {
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
        return new Media(answer.text("media_id"), answer.time("created_at").plus(LIFE));
    }
}
