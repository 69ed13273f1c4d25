package cn.siyu.application.community;

import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.content.port.FileSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// Uploads what a post carries (朋友圈附件), before its call: pictures, videos, covers of links. An
/// upload reaches nobody, so that it may be repeated.
public final class MomentFiles {
    private final FileSources sources;

    public MomentFiles(FileSources sources) {
        this.sources = sources;
    }

    /// What came of it.
    sealed interface Equipped {
        /// The message as the channel takes it.
        record Ready(OutboundMessage message) implements Equipped {}

        /// It can't be had now.
        record NotYet(String reason) implements Equipped {}

        /// It can't be had until somebody mends something.
        record Never(String reason) implements Equipped {}
    }

    private static final class Trouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean passing;

        Trouble(boolean passing, String reason) {
            super(reason, null, false, false);
            this.passing = passing;
        }
    }

    Equipped equip(ChannelConnection connection, OutboundMessage message) {
        var uploaded = new HashMap<String, String>();
        var attachments = new ArrayList<Attachment>();
        try {
            for (Attachment attachment : message.attachments()) {
                attachments.add(equip(connection, attachment, uploaded));
            }
        } catch (Trouble trouble) {
            String reason = String.valueOf(trouble.getMessage());
            return trouble.passing ? new Equipped.NotYet(reason) : new Equipped.Never(reason);
        }
        return new Equipped.Ready(new OutboundMessage(message.text(), attachments));
    }

    private Attachment equip(ChannelConnection connection, Attachment attachment, Map<String, String> uploaded) {
        return switch (attachment) {
            case Attachment.Image(var address) ->
                new Attachment.Image(id(connection, MediaUploads.Kind.IMAGE, address, uploaded));
            case Attachment.Video(var address) ->
                new Attachment.Video(id(connection, MediaUploads.Kind.VIDEO, address, uploaded));
            case Attachment.Link link -> {
                var cover = link.pictureUrl();
                yield cover == null
                        ? link
                        : new Attachment.Link(
                                link.title(),
                                link.url(),
                                link.description(),
                                id(connection, MediaUploads.Kind.IMAGE, cover, uploaded));
            }
            case Attachment.File _, Attachment.MiniProgram _ -> throw new Trouble(false, "ATTACHMENT_UNFIT");
        };
    }

    private String id(
            ChannelConnection connection, MediaUploads.Kind kind, String address, Map<String, String> uploaded) {
        String known = uploaded.get(address);
        if (known != null) {
            return known;
        }
        var media = connection.media().orElseThrow(() -> new Trouble(false, "MEDIA_NOT_UPLOADED"));
        byte[] bytes = had(sources.fetch(address, media.mostBytes(kind)), "MEDIA_UNREACHABLE");
        String name = kind == MediaUploads.Kind.VIDEO ? "video" : "picture";
        String id = had(media.forMoments(new MediaFile(kind, name, bytes)), "MEDIA_NOT_TAKEN")
                .mediaId();
        uploaded.put(address, id);
        return id;
    }

    private static <T> T had(Answer<T> answer, String reason) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.NotDone<T>(var why, var _, var _) -> throw new Trouble(why.passing(), reason);
            case Answer.Unknown<T> _ -> throw new Trouble(true, reason);
        };
    }
}
