package cn.siyu.adapter.wecom.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.WeComAdapter;
import cn.siyu.application.channel.InboxIntake;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.OutboundMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a customer's act over there to an event in our words, through signature, encryption and a
/// real server.
class SimulatedCallbacksTest {
    private final SimulatedCorp corp = new SimulatedCorp();
    private final List<InboxIntake.RawEvent> inbox = new CopyOnWriteArrayList<>();
    private final InboxIntake intake = event -> {
        inbox.add(event);
        return InboxIntake.Outcome.STORED;
    };
    private final ApplicationContext context = ApplicationContext.builder()
            .properties(Map.of("micronaut.server.port", "-1"))
            .singletons(intake)
            .build()
            .start();

    @BeforeEach
    void connect() {
        context.getBean(WeComAdapter.class).register(corp.app(), corp.clock());
        var address = context.getBean(EmbeddedServer.class).start().getURL() + "/callbacks/wecom/contract";
        // the simulator verifies the address first, like the platform
        corp.put(
                "/simulator/corps/" + SimulatedCorp.CORP + "/apps/1/callback",
                "{\"url\": \"%s\", \"token\": \"%s\", \"aesKey\": \"%s\"}"
                        .formatted(address, SimulatedCorp.TOKEN, SimulatedCorp.AES_KEY));
    }

    @AfterEach
    void close() {
        context.close();
        corp.close();
    }

    private List<ChannelEvent> events() {
        var translator = context.getBean(WeComAdapter.class).events();
        return inbox.stream()
                .map(event -> translator.translate(event.payload()))
                .toList();
    }

    @Test
    void tellOfANewContactWhoCanThenBeGreeted() {
        var met = corp.customerAdds(corp.staff());
        assertThat(events()).last().isInstanceOfSatisfying(ChannelEvent.ContactAdded.class, added -> {
            assertThat(added.staff()).isEqualTo(corp.staff());
            assertThat(added.contactId()).isEqualTo(met.contactId());
            assertThat(added.welcomeCode()).isEqualTo(met.welcomeCode());
            assertThat(added.at()).isEqualTo(corp.clock().instant());
        });
        assertThat(corp.connection().welcomes().send("send-1", met.welcomeCode(), OutboundMessage.text("欢迎")))
                .isEqualTo(Answer.done(Ack.ACK));
        assertThat(corp.lines("ledger")).hasSize(1);
    }

    @Test
    void tellOfEditsAndPartings() {
        var met = corp.customerAdds(corp.staff());
        var who = "\"customer\": \"" + met.contactId() + "\", \"userid\": \"ada\"";
        corp.act("{\"type\": \"REMARK\", \"remark\": \"老客户\", " + who + "}");
        corp.act("{\"type\": \"CUSTOMER_DELETES\", " + who + "}");
        corp.act("{\"type\": \"MEMBER_DELETES\", " + who + "}");
        var at = corp.clock().instant();
        assertThat(events())
                .endsWith(
                        new ChannelEvent.ContactEdited("ada", met.contactId(), at),
                        new ChannelEvent.ContactDeletedByCustomer("ada", met.contactId(), at),
                        new ChannelEvent.ContactDeletedByStaff("ada", met.contactId(), false, at));
    }

    @Test
    void tellOfTagsThatAnAdministratorMade() {
        var tag = corp.act("{\"type\": \"CREATE_TAG\", \"group\": \"意向\", \"name\": \"高\"}")
                .path("tag")
                .asText();
        corp.act("{\"type\": \"RENAME_TAG\", \"tag\": \"" + tag + "\", \"name\": \"很高\"}");
        var at = corp.clock().instant();
        assertThat(events())
                .contains(new ChannelEvent.TagCreated(tag, false, at), new ChannelEvent.TagUpdated(tag, false, at));
    }
}
