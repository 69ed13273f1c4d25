package cn.siyu.adapter.personal;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.HandWork;
import cn.siyu.application.channel.port.Handout;
import cn.siyu.application.channel.port.OutboundMessage;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what an operator does on the phone (操作指引), in the operator's language.
final class PersonalHandWork implements HandWork {
    private static final String PICTURES_FAIL = "今天已群发超过两批，带二维码的图片很可能发不到对方：请只发文字，图片改天再发。";

    @Override
    public Handout write(Deed deed) {
        return switch (deed) {
            case Deed.Send send -> send(send);
            case Deed.Reply(var to, var text) -> new Handout("回复 " + called(to), text, "打开与对方的聊天，按话术回复；口吻自然，不要逐字照搬。");
            case Deed.Add add -> add(add);
            case Deed.DoubleAdd(var who, var other) -> doubleAdd(who, other);
            case Deed.Accept(var who, var token) ->
                new Handout(
                        "通过 " + called(who) + " 的好友申请",
                        null,
                        "对方已收到邀请，会报口令 " + token + "。通讯录 → 新的朋友，核对口令后通过，并在系统里登记口令；超时未来就跳过。");
            case Deed.Moment(var message) -> new Handout("发一条朋友圈", lines(message), "发现 → 朋友圈 → 右上角相机；发出后半小时内留意评论并回复。");
            case Deed.Like(var whose, var comment) ->
                new Handout(
                        comment == null ? "给 " + called(whose) + " 的朋友圈点赞" : "评论 " + called(whose) + " 的朋友圈",
                        comment,
                        "打开对方的朋友圈，看最近一条；内容不合适（悲伤、争议）就跳过并写明原因。");
        };
    }

    private static Handout send(Deed.Send send) {
        boolean pictures = send.message().attachments().stream()
                .anyMatch(each -> each instanceof Attachment.Image || each instanceof Attachment.MiniProgram);
        String batch = send.batch() == null ? "" : "今天第 " + send.batch() + " 批。";
        String hint = batch + "打开与对方的聊天，先看最近几句，再发送；同一批内容相同的可以一次群发，一批最多 " + send.perBatch() + " 人。";
        return pictures && !send.picturesArrive()
                ? new Handout(
                        "给 " + called(send.to()) + " 发消息（只发文字）",
                        send.message().text().isBlank() ? null : send.message().text(),
                        batch + PICTURES_FAIL)
                : new Handout("给 " + called(send.to()) + " 发消息", lines(send.message()), hint);
    }

    private static Handout add(Deed.Add add) {
        String by = switch (add.way()) {
            case "PHONE" -> "手机号";
            case "WECHAT_ID" -> "微信号";
            case "QQ_NUMBER" -> "QQ 号";
            default -> add.way();
        };
        return new Handout(
                "加 " + called(add.who()) + " 为好友",
                add.greeting(),
                "通讯录 → 新的朋友 → 添加朋友，按" + by + "搜索 " + add.value() + "；验证申请里写上话术。搜不到或提示操作频繁就停下，如实回报。");
    }

    /// The order matters: once the personal account has accepted, the other app may no longer show
    /// the request.
    private static Handout doubleAdd(@Nullable String who, String other) {
        return new Handout("双加 " + called(who) + "（个人微信 + " + other + "）", null, """
                1. 用同时登录本个人号和 %s 的手机，先不要在微信里通过申请。
                2. 打开企业微信 → 通讯录 → 新的客户，找到同一个人的申请，点“添加”。
                3. 回到微信 → 通讯录 → 新的朋友，通过同一个申请。
                4. 两边都能看到对方后回报 ACCEPTED：friend 写对方微信号，sameAs 写企业微信里新出现的客户。
                5. 企业微信里看不到申请，说明此方法已失效：只在微信里通过并回报 ACCEPTED（不写 sameAs），再告诉管理员。""".formatted(other));
    }

    private static String called(@Nullable String name) {
        return Optional.ofNullable(name).filter(text -> !text.isBlank()).orElse("客户");
    }

    private static @Nullable String lines(OutboundMessage message) {
        String all = Stream.concat(
                        Stream.of(message.text()).filter(text -> !text.isEmpty()),
                        message.attachments().stream().map(PersonalHandWork::line))
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
