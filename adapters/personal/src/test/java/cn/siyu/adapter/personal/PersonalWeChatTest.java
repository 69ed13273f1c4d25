package cn.siyu.adapter.personal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.AddingWay.Direction;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Offer.Support;
import cn.siyu.application.channel.port.OutboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalWeChatTest {
    private static final OutboundMessage POSTER =
            new OutboundMessage("新豆到店", List.of(new Attachment.Image("https://example.com/code.png")));

    private final PersonalWeChat channel = new PersonalWeChat();
    private final PersonalHandWork work = new PersonalHandWork();

    @ParameterizedTest
    @EnumSource(Capability.class)
    void doesNothingByItself(Capability capability) {
        assertThat(channel.descriptor().offer(capability).support()).isNotEqualTo(Support.NATIVE);
    }

    @Test
    void handsWhatItCanDoToPeople() {
        for (Capability each : List.of(Capability.MASS_MESSAGE, Capability.MOMENTS, Capability.CONTACT_WAY)) {
            assertThat(channel.descriptor().offer(each).support()).isEqualTo(Support.BY_TASK);
        }
        assertThat(channel.descriptor().offer(Capability.EVENTS).support()).isEqualTo(Support.UNSUPPORTED);
        assertThat(channel.handWork()).isPresent();
    }

    @Test
    void saysHowFriendsAreMade() {
        assertThat(codes(Direction.PASSIVE)).containsExactly("QR_CODE", "WECHAT_ID", "PHONE", "QQ_NUMBER");
        assertThat(codes(Direction.ACTIVE)).containsExactly("WECHAT_ID", "QQ_NUMBER", "PHONE");
        assertThat(channel.descriptor().addingWays())
                .allSatisfy(way -> assertThat(way.confirmation()).isEqualTo("NEW_FRIENDS"));
    }

    private List<String> codes(Direction direction) {
        return channel.descriptor().addingWays().stream()
                .filter(way -> way.direction() == direction)
                .map(AddingWay::code)
                .toList();
    }

    @Test
    void everyBrandHasTheOneConnection() {
        assertThat(channel.connections()).isEmpty();
        assertThat(channel.connectionsOf("demo")).singleElement().satisfies(connection -> {
            assertThat(connection.name()).isEqualTo("by-hand");
            assertThat(connection.brand()).isEqualTo("demo");
            assertThat(connection.idScope()).isEmpty();
        });
        assertThat(channel.connection("by-hand")).isPresent();
        assertThat(channel.connection("main")).isEmpty();
        assertThat(channel.events().translate("<xml/>")).isInstanceOf(ChannelEvent.Ignored.class);
    }

    static Stream<Answer<?>> calls() {
        var connection = new PersonalWeChat().connectionsOf("demo").getFirst();
        var batch = new MassMessages.Batch("1", "ada", List.of("x"), POSTER);
        return Stream.of(
                connection.massMessages().fence(),
                connection.massMessages().create(batch, Instant.EPOCH),
                connection.massMessages().remind("1"),
                connection.welcomes().send("1", "code", POSTER),
                connection.contacts().fetch("x"),
                connection.contacts().byStaff("ada", null),
                connection.contactWays().delete("1"),
                connection.tags().list(),
                connection.tags().mark("ada", "x", Set.of("1"), Set.of()),
                connection.staff().contactStaff());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersEveryCallThatItCannot(Answer<?> answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotDone.class, no -> assertThat(no.reason()).isEqualTo(NotDoneReason.UNSUPPORTED));
    }

    @Test
    void writesWhatToSendToWhom() {
        var handout = work.write(new Deed.Send("小明", POSTER, true, 2, 200));

        assertThat(handout.title()).isEqualTo("给 小明 发消息");
        assertThat(handout.script()).isEqualTo("新豆到店\n[图片 https://example.com/code.png]");
        assertThat(handout.hint()).startsWith("今天第 2 批。").contains("最多 200 人");
    }

    @Test
    void offersTextOnlyWhereAPictureWouldNotArrive() {
        var handout = work.write(new Deed.Send(null, POSTER, false, 3, 200));

        assertThat(handout.title()).isEqualTo("给 客户 发消息（只发文字）");
        assertThat(handout.script()).isEqualTo("新豆到店");
        assertThat(handout.hint()).contains("二维码").contains("只发文字");
        assertThat(work.write(new Deed.Send("小明", new OutboundMessage("早", List.of()), false, null, 200))
                        .script())
                .isEqualTo("早");
    }

    @ParameterizedTest
    @CsvSource({"PHONE, 手机号", "WECHAT_ID, 微信号", "QQ_NUMBER, QQ 号", "CARD, CARD"})
    void writesHowToAddSomebody(String way, String called) {
        var handout = work.write(new Deed.Add("小明", way, "x123", "我是小王"));

        assertThat(handout.title()).isEqualTo("加 小明 为好友");
        assertThat(handout.script()).isEqualTo("我是小王");
        assertThat(handout.hint()).contains("按" + called + "搜索 x123");
    }

    @Test
    void writesTheOtherDeeds() {
        assertThat(work.write(new Deed.Reply("小明", "好的")).title()).isEqualTo("回复 小明");
        assertThat(work.write(new Deed.Moment(POSTER)).title()).isEqualTo("发一条朋友圈");
        assertThat(work.write(new Deed.Like("小明", null)).title()).isEqualTo("给 小明 的朋友圈点赞");
        assertThat(work.write(new Deed.Like("小明", "真好看")).title()).isEqualTo("评论 小明 的朋友圈");
    }
}
