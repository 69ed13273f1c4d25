package cn.siyu.adapter.http.trust;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.trust.port.InMemoryTrustAlerts;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.TrustAlert;
import cn.siyu.domain.trust.alert.AlertCause;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import cn.siyu.domain.trust.alert.TrustFinding;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustAlertControllerTest {
    private static final String ALERTS = "/v1/brands/demo/trust-alerts";
    private static final String CARE = "{\"text\":\"您好\",\"expiresAt\":\"2026-12-01T02:00:00Z\"}";

    private final RelationshipAlert alert = alert(FactsWorld.ACCOUNT_OF_ADA);

    private static RelationshipAlert alert(ChannelAccountId account) {
        var kept = Api.bean(FactsWorld.Kept.class);
        CustomerId customer = kept.contact("wm" + UUID.randomUUID(), account);
        var relationship =
                kept.relationships().of(World.DEMO, List.of(customer)).getFirst();
        long id = Api.bean(IdSource.class).next();
        var finding = new TrustFinding(
                new TrustAlert.Fell(61.5, 44.25),
                List.of(
                        new AlertCause(EvidenceKind.PURCHASED, 12, 9.75),
                        new AlertCause(EvidenceKind.COMPLAINED, 0, -15)));
        var made = RelationshipAlert.raised(
                id,
                FactsWorld.publicId(id),
                customer,
                relationship.id(),
                finding,
                World.NOW.minus(Duration.ofDays(30)),
                World.NOW,
                "test",
                World.NOW);
        Api.bean(InMemoryTrustAlerts.class).add(World.DEMO, List.of(made));
        return made;
    }

    private String path() {
        return ALERTS + "/" + IdType.TRUST_ALERT.format(alert.publicId());
    }

    private String ofCustomer() {
        return ALERTS + "?customer="
                + IdType.CUSTOMER.format(FactsWorld.publicId(alert.customer().value()));
    }

    @Test
    void showsWhoHowMuchByWhichEvidenceAndWhatToDo() {
        Answer shown = Api.get(path());

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("fall")).isEqualTo("17.25");
        assertThat(shown.at("causes", "0", "kind")).isEqualTo("COMPLAINED");
        assertThat(shown.at("causes", "0", "change")).isEqualTo("-15.0");
        assertThat(shown.at("advice")).isEqualTo("MAKE_GOOD");
        assertThat(shown.at("raisedAt")).isEqualTo("2026-03-01T08:00:00.123Z");
        assertThat(shown.at("staff")).isEqualTo(IdType.STAFF.format(FactsWorld.publicId(FactsWorld.ADA.value())));
        assertThat(shown.at("state")).isEqualTo("OPEN");
        assertThat(Api.get(path(), "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                        .at("customerName"))
                .isEqualTo("小*");
    }

    @Test
    void isListedByWhatItIs() {
        assertThat(Api.get(ofCustomer() + "&state=OPEN&kind=FELL").count("items"))
                .isEqualTo(1);
        assertThat(Api.get(ofCustomer() + "&state=CLOSED").count("items")).isZero();
        assertThat(Api.get(ofCustomer() + "&staff=" + IdType.STAFF.format(FactsWorld.publicId(FactsWorld.BO.value())))
                        .count("items"))
                .isZero();
        assertThat(Api.get(ALERTS + "?kind=ROSE").status()).isEqualTo(400);
    }

    @Test
    void isSeenByWhoServesTheCustomerOnly() {
        var store1 = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        var store2 = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_2));

        assertThat(Api.get(path(), "Authorization", store1).status()).isEqualTo(200);
        assertThat(Api.get(path(), "Authorization", store2).status()).isEqualTo(404);
        assertThat(Api.get(ofCustomer(), "Authorization", store2).count("items"))
                .isZero();
        assertThat(Api.post(path() + "/acknowledgements", "{}", "Authorization", store2)
                        .status())
                .isEqualTo(404);
        assertThat(Api.post(path() + "/tasks", CARE, "Authorization", store2).status())
                .isEqualTo(404);
    }

    @Test
    void isAcknowledgedAndClosedOnce() {
        Answer seen = Api.post(path() + "/acknowledgements", "{\"note\":\"打电话\"}");
        Answer closed = Api.post(path() + "/closings", "{\"reason\":\"HANDLED\",\"note\":\"已换货\"}");
        Answer again = Api.post(path() + "/closings", "{\"reason\":\"HANDLED\"}");
        Answer other = Api.post(path() + "/closings", "{\"reason\":\"NOT_NEEDED\"}");

        assertThat(seen.status()).as(seen.toString()).isEqualTo(201);
        assertThat(seen.at("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(seen.at("acknowledgedBy")).startsWith("key_");
        assertThat(closed.at("closedReason")).isEqualTo("HANDLED");
        assertThat(closed.at("closedNote")).isEqualTo("已换货");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("version")).isEqualTo(closed.at("version"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(Api.post(path() + "/acknowledgements", "{}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECOVERED", "RELATIONSHIP_ENDED"})
    void isNotClosedByPeopleForReasonsOfTheProduct(String reason) {
        Answer refused = Api.post(path() + "/closings", "{\"reason\":\"" + reason + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors", "0", "pointer")).isEqualTo("/reason");
    }

    @Test
    void asksNobodyToLookAfterWhoOptedOut() {
        Api.bean(InMemoryReachability.class)
                .put(
                        World.DEMO,
                        new Reach(
                                alert.customer(),
                                "小明",
                                false,
                                ConsentState.NOT_RECORDED,
                                Set.of("PRIVATE_CHAT"),
                                ZoneId.of("Asia/Shanghai"),
                                null));

        Answer refused = Api.post(path() + "/tasks", CARE);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text()).contains("OPTED_OUT");
    }

    @Test
    void becomesOneTaskOfWhoHoldsTheAccount() {
        Answer made = Api.post(path() + "/tasks", CARE);
        Answer again = Api.post(path() + "/tasks", CARE);
        Answer task = Api.get("/v1/brands/demo/tasks/" + made.at("task"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(again.at("task")).isEqualTo(made.at("task"));
        assertThat(task.at("kind")).isEqualTo("CARE");
        assertThat(task.at("script")).isEqualTo("您好");
    }

    @Test
    void becomesNoTaskThatIsOfNoUseOrWhenItIsClosed() {
        assertThat(Api.post(path() + "/tasks", "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        Api.post(path() + "/closings", "{\"reason\":\"NOT_NEEDED\"}");
        assertThat(Api.post(path() + "/tasks", CARE).status()).isEqualTo(409);
    }
}
