package cn.siyu.adapter.http.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.intake.port.InMemoryInbox;
import cn.siyu.application.intake.port.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleControllerTest {
    private static final String TROUBLES = "/v1/brands/demo/troubles";
    private static final String ACCOUNT = "no channel account has the address 'ada'";

    private final InMemoryInbox inbox = Api.bean(InMemoryInbox.class);
    private final FactsWorld.Kept kept = Api.bean(FactsWorld.Kept.class);

    @BeforeEach
    void seeToWhatIsLeft() {
        Api.post(TROUBLES + "/retries", "{}");
    }

    private void parkAnEvent(Instant receivedAt) {
        long id = Api.bean(IdSource.class).next();
        inbox.add(
                World.DEMO,
                new Inbox.Event(id, "WECOM", "main", UUID.randomUUID().toString(), "<xml/>", receivedAt));
        inbox.park(World.DEMO, id, ACCOUNT);
    }

    private void failACommand() {
        long id = Api.bean(IdSource.class).next();
        kept.commands()
                .add(
                        World.DEMO,
                        id,
                        new ChannelCommand.SetRemark(FactsWorld.ACCOUNT_OF_ADA, "wm1", "老客户", null),
                        World.now());
        kept.commands().postpone(World.DEMO, id, World.now(), "THROTTLED");
        kept.commands().fail(World.DEMO, id, "FORBIDDEN: no right");
    }

    @Test
    void showsParkedEventsAndFailedCommandsNewestFirstWithReasonAgeAndAttempts() {
        parkAnEvent(World.now().minus(Duration.ofMinutes(200)));
        failACommand();

        Answer page = Api.get(TROUBLES + "?limit=1");

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.at("items", "0", "kind")).isEqualTo("COMMAND");
        assertThat(page.at("items", "0", "command")).isEqualTo("SET_REMARK");
        assertThat(page.at("items", "0", "attempts")).isEqualTo("1");
        assertThat(page.at("items", "0", "reason")).isEqualTo("FORBIDDEN: no right");
        Answer rest = Api.get(page.at("next"));
        assertThat(rest.at("items", "0", "id")).startsWith("trb_");
        assertThat(rest.at("items", "0", "kind")).isEqualTo("EVENT");
        assertThat(rest.at("items", "0", "connection")).isEqualTo("main");
        assertThat(rest.at("items", "0", "reason")).isEqualTo(ACCOUNT);
        assertThat(rest.at("items", "0", "age")).isEqualTo("PT3H20M");
        assertThat(rest.at("next")).isEqualTo("null");
        assertThat(Api.get(TROUBLES + "?kind=EVENT").count("items")).isEqualTo(1);
    }

    @Test
    void triesOneAgain() {
        parkAnEvent(World.now());
        parkAnEvent(World.now());
        String id = Api.get(TROUBLES).at("items", "0", "id");

        Answer retried = Api.post(TROUBLES + "/retries", "{\"troubles\":[\"" + id + "\"]}");

        assertThat(retried.status()).as(retried.toString()).isEqualTo(200);
        assertThat(retried.at("retried")).isEqualTo("1");
        assertThat(Api.get(TROUBLES).count("items")).isEqualTo(1);
        assertThat(Api.post(TROUBLES + "/retries", "{\"troubles\":[\"" + id + "\"]}")
                        .at("retried"))
                .isEqualTo("0");
    }

    @Test
    void triesAllOfAKindAgainAndNothingOnTrial() {
        parkAnEvent(World.now());
        failACommand();

        assertThat(Api.post(TROUBLES + "/retries?validate=only", "{}").at("retried"))
                .isEqualTo("2");
        assertThat(Api.post(TROUBLES + "/retries", "{\"kinds\":[\"COMMAND\"]}").at("retried"))
                .isEqualTo("1");
        assertThat(Api.get(TROUBLES).at("items", "0", "kind")).isEqualTo("EVENT");
        assertThat(Api.get(TROUBLES).count("items")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"troubles\":[]}|/troubles|too-few",
                "{\"kinds\":[\"EVENTS\"]}|/kinds/0|not-one-of",
                "{\"all\":true}|/all|unknown-property",
                "{\"troubles\":[\"trb_1\"]}|/troubles/0|bad-format"
            })
    void saysWhatIsWrong(String body, String pointer, String code) {
        Answer answer = Api.post(TROUBLES + "/retries", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(pointer + " " + code);
    }

    @Test
    void isForWhoSeesTheWholeBrandAndHasTheScope() {
        parkAnEvent(World.now());
        String ofStore = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        assertThat(Api.get(TROUBLES, "Authorization", ofStore).count("items")).isZero();
        assertThat(Api.post(TROUBLES + "/retries", "{}", "Authorization", ofStore)
                        .status())
                .isEqualTo(403);
        assertThat(Api.get(TROUBLES, "Authorization", Keys.without(Scope.TROUBLES_READ))
                        .status())
                .isEqualTo(403);
        assertThat(Api.post(TROUBLES + "/retries", "{}", "Authorization", Keys.without(Scope.TROUBLES_WRITE))
                        .status())
                .isEqualTo(403);
        assertThat(Api.get(TROUBLES, "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
    }
}
