package cn.siyu.adapter.wecom.role;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.client.CallRates;
import cn.siyu.adapter.wecom.client.CorpGates;
import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.application.channel.port.NotDoneReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of contacts that say "done" and are none: believing them would end relationships, or spoil
/// what is known.
class UntrustedContactsTest {
    private String answer = "{}";
    private final ScriptedServer server = new ScriptedServer((request, connection) -> ScriptedServer.respond(
            connection,
            200,
            request.path().equals("/cgi-bin/gettoken")
                    ? "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}"
                    : answer));
    private final HttpOnce http = TestHttp.standard();
    private final WeComContactDirectory contacts = new WeComContactDirectory(new WeComClient(
            http,
            server.origin(),
            new WeComClient.Credential("ww1", "secret"),
            new TickingClock(),
            new CorpGates(CallRates.PUBLISHED)));

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private static String page(String contact, String staff, long since) {
        return "{\"errcode\":0,\"external_contact_list\":[{\"external_contact\":{\"external_userid\":\"" + contact
                + "\"},\"follow_info\":{\"userid\":\"" + staff + "\",\"createtime\":" + since + "}}]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errcode\":0}",
                "{\"errcode\":0,\"external_userid\":null}",
                "{\"errcode\":0,\"external_userid\":[]}",
                "{\"errcode\":0,\"external_userid\":[null]}",
                "{\"errcode\":0,\"external_userid\":[\"wm1\",\"x\\\"; drop\\n\\u0000\"]}",
                "{\"errcode\":0,\"external_userid\":[\"客户\"]}"
            })
    void onlyTheRefusalSaysThatAMemberHasNobody(String said) {
        answer = said;
        assertThat(reason(contacts.idsOfStaff("ada"))).isEqualTo(NotDoneReason.UNANSWERED);
    }

    @Test
    void theRefusalSaysIt() {
        answer = "{\"errcode\":84061,\"errmsg\":\"not external contact\",\"external_userid\":[]}";
        assertThat(value(contacts.idsOfStaff("ada"))).isEmpty();
        answer = "{\"errcode\":84061,\"errmsg\":\"not external contact\"}";
        assertThat(value(contacts.byStaff("ada", null)).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errcode\":0}", "{\"errcode\":0,\"external_contact_list\":null,\"next_cursor\":\"C\"}"})
    void aPageWithoutItsListIsNone(String said) {
        answer = said;
        assertThat(reason(contacts.byStaff("ada", null))).isEqualTo(NotDoneReason.UNANSWERED);
    }

    @Test
    void aPageAboutAnotherMemberIsNone() {
        answer = page("wm1", "bob", 1_764_120_300);
        assertThat(reason(contacts.byStaff("ada", null))).isEqualTo(NotDoneReason.UNANSWERED);
        answer = page("wm1", "Ada", 1_764_120_300);
        assertThat(value(contacts.byStaff("ada", null)).items())
                .as("members' ids differ by case")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 5, 1_451_606_399, 1_764_120_300_000L})
    void aBeginningBeforeThereWereContactsIsNone(long since) {
        answer = page("wm1", "ada", since);
        assertThat(reason(contacts.byStaff("ada", null))).isEqualTo(NotDoneReason.UNANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wm 1", "wm1'", "wm\\u0000", "客户", "wm/1", ""})
    void anIdOfOtherCharactersIsNone(String id) {
        answer = page(id, "ada", 1_764_120_300);
        assertThat(reason(contacts.byStaff("ada", null))).isEqualTo(NotDoneReason.UNANSWERED);
    }
}
