package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Customers who come over a link, or another way, and what the app is told of them.
class AcquiredCustomersTest extends AcquisitionCorp {
    @Test
    void followsACustomerFromTheLinkToItsTenthMessageAndItsGoing() {
        var id = made("['staff-01']");
        var url = "https://work.weixin.qq.com/ca/" + id + "?customer_channel=flyer%2D7";
        client.act("{\"type\":\"OPEN_LINK\",\"link\":\"%s\"}".formatted(url));
        var added = add("weixin://biz/ww/profile/" + URLEncoder.encode(url, StandardCharsets.UTF_8), "");
        var customer = added.path("externalUserId").asText();
        assertThat(added.path("outcome").asText()).isEqualTo("ADDED");
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + " " + element(xml, "State"))
                .containsExactly(
                        "open_profile flyer-7",
                        "open_profile flyer-7",
                        "friend_request flyer-7",
                        "add_external_contact flyer-7");
        var follow = client.contactGet("get", "&external_userid=" + customer)
                .path("follow_user")
                .path(0);
        assertThat(follow.path("add_way").asInt()).isEqualTo(16);
        assertThat(follow.path("state").asText()).isEqualTo("flyer-7");

        application.events().clear();
        var reply = "{\"type\":\"REPLY\",\"customer\":\"%s\",\"userid\":\"staff-01\",\"count\":%d}";
        client.act(reply.formatted(customer, 2));
        client.act(reply.formatted(customer, 9));
        assertThat(told())
                .containsExactly(
                        "customer_start_chat",
                        "message_from_customer",
                        "message_from_customer",
                        "message_from_customer");
        assertThat(application.events().getFirst())
                .endsWith(
                        "<ChangeType><![CDATA[customer_start_chat]]></ChangeType><UserID><![CDATA[staff-01]]></UserID>"
                                + "<ExternalUserID><![CDATA[" + customer + "]]></ExternalUserID><LinkId><![CDATA[" + id
                                + "]]></LinkId></xml>");
        assertThat(element(application.events().get(1), "UserID")).isEmpty();
        var key = element(application.events().get(2), "ChatKey");
        var chat = link("get_chat_info", "{'chat_key':'%s'}".formatted(key));
        assertThat(chat.path("external_userid").asText()).isEqualTo(customer);
        assertThat(chat.path("userid").asText()).isEqualTo("staff-01");
        assertThat(chat.path("chat_info").toString())
                .isEqualTo("{\"recv_msg_cnt\":5,\"link_id\":\"%s\",\"state\":\"flyer-7\"}".formatted(id));
        assertThat(link("customer", "{'link_id':'%s'}".formatted(id))
                        .path("customer_list")
                        .path(0)
                        .path("chat_status")
                        .asInt())
                .isEqualTo(1);
        step("2026-03-02T02:30:01Z");
        assertThat(code(link("get_chat_info", "{'chat_key':'%s'}".formatted(key))))
                .isEqualTo(41201);

        application.events().clear();
        client.act("{\"type\":\"CUSTOMER_DELETES\",\"customer\":\"%s\",\"userid\":\"staff-01\"}".formatted(customer));
        assertThat(application.events())
                .extracting(xml -> element(xml, "Event") + " " + element(xml, "ChangeType") + element(xml, "State"))
                .containsExactly(
                        "change_external_contact del_follow_user", "customer_acquisition del_follow_userflyer-7");
    }

    @Test
    void leadsACustomerToAMemberWhoFollowsItWhenThatIsPreferred() {
        var friend = add(made("['staff-03']"), "").path("externalUserId").asText();
        var id = link(
                        "create_link",
                        "{'link_name':'a','range':{'user_list':['staff-01']},'priority_option':{'priority_type':1}}")
                .path("link")
                .path("link_id")
                .asText();
        var again = add(id, ",\"customer\":\"" + friend + "\"");
        assertThat(again.path("outcome").asText()).isEqualTo("ALREADY_FRIENDS");
        assertThat(again.path("userid").asText()).isEqualTo("staff-03");
        assertThat(client.contactGet("customer_acquisition_quota", "")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsSixtyFourBytesOfAChannelInWholeCharacters() {
        var id = made("['staff-01']");
        var added = add(id, ",\"channel\":\"%s\"".formatted("渠".repeat(30)));
        assertThat(element(application.events().getLast(), "State")).isEqualTo("渠".repeat(21));
        assertThat(added.path("outcome").asText()).isEqualTo("ADDED");
    }

    @Test
    void knowsAHalfAddedContactOnlyByItsEventsUntilTheMemberAnswers() {
        var added = add(made("['staff-01']"), ",\"channel\":\"c\",\"waits\":true");
        var customer = added.path("externalUserId").asText();
        assertThat(added.path("outcome").asText()).isEqualTo("ASKED");
        var half = application.events().getLast();
        assertThat(element(half, "ChangeType")).isEqualTo("add_half_external_contact");
        assertThat(code(client.contactGet("get", "&external_userid=" + customer)))
                .isEqualTo(84061);
        assertThat(client.contactGet("customer_acquisition_quota", "")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(code(client.contact(
                        "send_welcome_msg",
                        "{'welcome_code':'%s','text':{'content':'你好'}}".formatted(element(half, "WelcomeCode")))))
                .isZero();
        var accept = "{\"type\":\"ACCEPT\",\"customer\":\"%s\",\"userid\":\"staff-01\"}".formatted(customer);
        assertThat(client.act(accept).path("changed").asBoolean()).isTrue();
        assertThat(client.act(accept).path("changed").asBoolean()).isFalse();
        var whole = application.events().getLast();
        assertThat(element(whole, "ChangeType")).isEqualTo("add_external_contact");
        assertThat(whole).doesNotContain("WelcomeCode").contains("<State><![CDATA[c]]></State>");
        assertThat(code(client.contactGet("get", "&external_userid=" + customer)))
                .isZero();
        assertThat(client.contactGet("customer_acquisition_quota", "")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void givesAnotherWelcomeCodeWhenTheFirstWasNotUsed() {
        var way = client.contact("add_contact_way", "{'type':1,'scene':2,'state':'s','user':['staff-01']}");
        var scan = "{\"type\":\"SCAN\",\"qrCode\":\"%s\",\"waits\":true}"
                .formatted(way.path("qr_code").asText());
        var customer = client.act(scan).path("externalUserId").asText();
        step("2026-03-02T03:00:00Z");
        client.act("{\"type\":\"ACCEPT\",\"customer\":\"%s\",\"userid\":\"staff-01\"}".formatted(customer));
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType"))
                .containsExactly("add_half_external_contact", "add_external_contact");
        assertThat(element(application.events().get(1), "WelcomeCode"))
                .isNotEmpty()
                .isNotEqualTo(element(application.events().get(0), "WelcomeCode"));
    }

    @Test
    void tellsOfARequestThatNeedsConsentOnlyWhenItIsGiven() {
        var way = client.contact("add_contact_way", "{'type':1,'scene':2,'skip_verify':false,'user':['staff-01']}");
        var scan = "{\"type\":\"SCAN\",\"qrCode\":\"%s\",\"waits\":true}"
                .formatted(way.path("qr_code").asText());
        var customer = client.act(scan).path("externalUserId").asText();
        assertThat(application.events()).isEmpty();
        client.act("{\"type\":\"ACCEPT\",\"customer\":\"%s\",\"userid\":\"staff-01\"}".formatted(customer));
        assertThat(application.events()).hasSize(1);
        assertThat(element(application.events().getFirst(), "WelcomeCode")).isNotEmpty();
    }
}
