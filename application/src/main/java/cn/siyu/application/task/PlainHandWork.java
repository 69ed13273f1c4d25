package cn.siyu.application.task;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.HandWork;
import cn.siyu.application.channel.port.Handout;
import cn.siyu.application.channel.port.OutboundMessage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person reads where the channel says nothing special about work by hand.
enum PlainHandWork implements HandWork {
    WORK;

    @Override
    public Handout write(Deed deed) {
        return switch (deed) {
            case Deed.Send send -> new Handout("给客户发送消息", lines(send.message()), null);
            case Deed.Reply(var _, var text) -> new Handout("回复客户", text, null);
            case Deed.Add(var _, var way, var value, var greeting) -> new Handout("添加客户", greeting, way + " " + value);
            case Deed.DoubleAdd(var _, var other) -> new Handout("双加客户", null, "同一好友申请在本账号和 " + other + " 都通过");
            case Deed.Accept(var _, var token) -> new Handout("通过客户的好友申请", null, "口令 " + token);
            case Deed.Moment(var message) -> new Handout("发表朋友圈", lines(message), null);
            case Deed.Like(var _, var comment) -> new Handout("与客户的朋友圈互动", comment, null);
        };
    }

    private static @Nullable String lines(OutboundMessage message) {
        String all = Stream.concat(
                        Stream.of(message.text()).filter(text -> !text.isEmpty()),
                        message.attachments().stream().map(PlainHandWork::line))
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    private static String line(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Image(var media) -> "[图片 " + media + "]";
            case Attachment.Link link -> "[链接 " + link.title() + " " + link.url() + "]";
            case Attachment.MiniProgram program -> "[小程序 " + program.title() + " " + program.page() + "]";
            case Attachment.Video(var media) -> "[视频 " + media + "]";
            case Attachment.File(var name, var media) -> "[文件 " + name + " " + media + "]";
        };
    }
}
