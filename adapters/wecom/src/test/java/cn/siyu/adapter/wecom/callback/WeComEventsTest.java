package cn.siyu.adapter.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.ChannelEvent.ContactAdded;
import cn.siyu.application.channel.port.ChannelEvent.ContactDeletedByCustomer;
import cn.siyu.application.channel.port.ChannelEvent.ContactDeletedByStaff;
import cn.siyu.application.channel.port.ChannelEvent.ContactEdited;
import cn.siyu.application.channel.port.ChannelEvent.Ignored;
import cn.siyu.application.channel.port.ChannelEvent.TagCreated;
import cn.siyu.application.channel.port.ChannelEvent.TagDeleted;
import cn.siyu.application.channel.port.ChannelEvent.TagUpdated;
import cn.siyu.application.channel.port.ChannelEvent.TagsShuffled;
import cn.siyu.application.channel.port.ChannelEvent.TransferFailed;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeComEventsTest {
    private static final Instant AT = Instant.ofEpochSecond(1764120301);
    private static final String WHO =
            "<UserID><![CDATA[staff-01]]></UserID><ExternalUserID><![CDATA[wm1]]></ExternalUserID>";

    private final WeComEvents events = new WeComEvents();

    private static String contact(String change, String more) {
        return payload("change_external_contact", change, WHO + more);
    }

    private static String tag(String change, String more) {
        return payload("change_external_tag", change, more);
    }

    private static String payload(String event, String change, String more) {
        return "<xml><ToUserName><![CDATA[ww9c1d0e5b7a3f2468]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>"
                + "<CreateTime>1764120301</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + event
                + "]]></Event><ChangeType><![CDATA[" + change + "]]></ChangeType>" + more + "</xml>";
    }

    static Stream<Arguments> known() {
        var source = "<State><![CDATA[shop-17]]></State>";
        var code = "<WelcomeCode><![CDATA[WC1]]></WelcomeCode>";
        return Stream.of(
                Arguments.of(
                        contact("add_external_contact", source + code),
                        new ContactAdded("staff-01", "wm1", "shop-17", "WC1", false, AT)),
                Arguments.of(
                        contact("add_external_contact", ""),
                        new ContactAdded("staff-01", "wm1", null, null, false, AT)),
                Arguments.of(
                        contact("add_half_external_contact", code),
                        new ContactAdded("staff-01", "wm1", null, "WC1", true, AT)),
                Arguments.of(contact("edit_external_contact", ""), new ContactEdited("staff-01", "wm1", AT)),
                Arguments.of(
                        contact("del_external_contact", ""), new ContactDeletedByStaff("staff-01", "wm1", false, AT)),
                Arguments.of(
                        contact("del_external_contact", "<Source><![CDATA[DELETE_BY_TRANSFER]]></Source>"),
                        new ContactDeletedByStaff("staff-01", "wm1", true, AT)),
                Arguments.of(contact("del_follow_user", ""), new ContactDeletedByCustomer("staff-01", "wm1", AT)),
                Arguments.of(
                        contact("transfer_fail", "<FailReason><![CDATA[customer_refused]]></FailReason>"),
                        new TransferFailed("staff-01", "wm1", TransferFailed.Failure.REFUSED_BY_CUSTOMER, AT)),
                Arguments.of(
                        contact("transfer_fail", "<FailReason><![CDATA[customer_limit_exceed]]></FailReason>"),
                        new TransferFailed("staff-01", "wm1", TransferFailed.Failure.STAFF_FULL, AT)),
                Arguments.of(
                        contact("transfer_fail", "<FailReason><![CDATA[something_new]]></FailReason>"),
                        new TransferFailed("staff-01", "wm1", TransferFailed.Failure.UNRECOGNISED, AT)),
                Arguments.of(
                        tag("create", "<Id><![CDATA[et1]]></Id><TagType><![CDATA[tag]]></TagType>"),
                        new TagCreated("et1", false, AT)),
                Arguments.of(
                        tag("update", "<Id><![CDATA[et1]]></Id><TagType><![CDATA[tag_group]]></TagType>"),
                        new TagUpdated("et1", true, AT)),
                Arguments.of(
                        tag("delete", "<Id><![CDATA[et1]]></Id><TagType><![CDATA[tag_group]]></TagType>"),
                        new TagDeleted("et1", true, AT)),
                Arguments.of(tag("shuffle", "<Id><![CDATA[et1]]></Id>"), new TagsShuffled("et1", AT)),
                Arguments.of(tag("shuffle", ""), new TagsShuffled(null, AT)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void readsWhatThePlatformTells(String payload, ChannelEvent expected) {
        assertThat(events.translate(payload)).isEqualTo(expected);
    }

    @Test
    void namesWhatItDoesNotFollow() {
        assertThat(events.translate(payload("change_external_chat", "update", "")))
                .isEqualTo(new Ignored("not followed: change_external_chat/update"));
        assertThat(events.translate(contact("msg_audit_approved", "")))
                .isEqualTo(new Ignored("not followed: change_external_contact/msg_audit_approved"));
        assertThat(events.translate(payload("x\ny", "z".repeat(500), "")))
                .isInstanceOfSatisfying(
                        Ignored.class,
                        ignored -> assertThat(ignored.reason())
                                .hasSizeLessThan(150)
                                .doesNotContain("\n"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "not xml",
                "<xml/>",
                "<xml><MsgType>event</MsgType><Event>change_external_contact</Event></xml>",
                "<xml><MsgType>event</MsgType><CreateTime>soon</CreateTime></xml>",
                "<xml><MsgType>event</MsgType><CreateTime>1</CreateTime><Event>change_external_contact</Event>"
                        + "<ChangeType>add_external_contact</ChangeType><UserID>a</UserID></xml>",
                "<xml><MsgType>event</MsgType><CreateTime>1</CreateTime><Event>change_external_tag</Event>"
                        + "<ChangeType>create</ChangeType></xml>",
                "<xml><MsgType>text</MsgType><CreateTime>1</CreateTime></xml>"
            })
    void ignoresWhatItCannotRead(String payload) {
        assertThat(events.translate(payload)).isInstanceOf(Ignored.class);
    }

    @Test
    void neverThrowsWhateverTheText() {
        var right = contact("add_external_contact", "<State><![CDATA[shop-17]]></State>");
        var random = new Random(7);
        for (var i = 0; i < 5000; i++) {
            var text = new StringBuilder(right);
            for (var changes = 1 + random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x3000));
            }
            assertThat(events.translate(text.toString())).isNotNull();
        }
    }
}
