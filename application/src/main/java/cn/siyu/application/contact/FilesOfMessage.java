package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.MediaUploads.Kind;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.content.port.FileSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The files that a message carries by their addresses, and the message as the channel takes it:
/// with the ids of their uploads.
final class FilesOfMessage {
    private FilesOfMessage() {}

    static Set<FileSource> in(OutboundMessage message) {
        var sources = new LinkedHashSet<FileSource>();
        for (Attachment attachment : message.attachments()) {
            switch (attachment) {
                case Attachment.Image(var address) -> sources.add(picture(address));
                case Attachment.Video(var address) -> sources.add(video(address));
                case Attachment.File(var name, var address) -> sources.add(new FileSource(Kind.FILE, name, address));
                case Attachment.MiniProgram program -> sources.add(picture(program.pictureMediaId()));
                case Attachment.Link _ -> {} // its picture stays where it is: the recipient's client fetches it
            }
        }
        return sources;
    }

    /// The same message with an id in the place of each address.
    ///
    /// @param ids of all files in it
    static OutboundMessage uploaded(OutboundMessage message, Map<FileSource, String> ids) {
        return new OutboundMessage(
                message.text(),
                message.attachments().stream()
                        .map(attachment -> uploaded(attachment, ids))
                        .toList());
    }

    private static Attachment uploaded(Attachment attachment, Map<FileSource, String> ids) {
        return switch (attachment) {
            case Attachment.Image(var address) -> new Attachment.Image(id(ids, picture(address)));
            case Attachment.Video(var address) -> new Attachment.Video(id(ids, video(address)));
            case Attachment.File(var name, var address) ->
                new Attachment.File(name, id(ids, new FileSource(Kind.FILE, name, address)));
            case Attachment.MiniProgram(var title, var appId, var page, var address) ->
                new Attachment.MiniProgram(title, appId, page, id(ids, picture(address)));
            case Attachment.Link link -> link;
        };
    }

    private static FileSource picture(String address) {
        return new FileSource(Kind.IMAGE, "picture", address);
    }

    private static FileSource video(String address) {
        return new FileSource(Kind.VIDEO, "video", address);
    }

    private static String id(Map<FileSource, String> ids, FileSource source) {
        return Objects.requireNonNull(ids.get(source), "every file was uploaded");
    }
}
