package cn.siyu.adapter.http.continuity;

import static cn.siyu.adapter.http.continuity.Handovers.account;
import static cn.siyu.adapter.http.continuity.Handovers.customers;
import static cn.siyu.adapter.http.continuity.Handovers.department;
import static cn.siyu.adapter.http.continuity.Handovers.id;
import static cn.siyu.adapter.http.continuity.Handovers.member;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a key of a store may do with inheritances, and what it is shown of them.
class InheritanceScopeTest {
    private static final String ALL = "/v1/brands/demo/inheritances";
    private static final String PREVIEWS = "/v1/brands/demo/inheritance-previews";

    private final String store = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
    private final String otherStore = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_2));
    private final String giver = member(FactsWorld.STORE_1);
    private final ChannelAccountId from = account(giver);
    private final ChannelAccountId here = account(member(FactsWorld.STORE_1));
    private final String stranger = member(FactsWorld.STORE_2);
    private final ChannelAccountId there = account(stranger);
    private final List<CustomerId> customers = customers(from, 2);

    private static String body(String staff, String more, ChannelAccountId... takers) {
        var named = new StringBuilder();
        for (ChannelAccountId taker : takers) {
            named.append(named.isEmpty() ? "" : ",").append("{\"account\":\"" + id(taker) + "\"}");
        }
        return "{\"staff\":\"" + staff + "\",\"kind\":\"ON_THE_JOB\",\"groups\":[],\"takers\":[" + named + "]" + more
                + "}";
    }

    private Answer post(String path, String body) {
        return Api.post(path, body, "Authorization", store);
    }

    private Answer get(String path) {
        return Api.get(path, "Authorization", store);
    }

    @Test
    void aStoreGivesItsOwnCustomersToItsOwnPeople() {
        assertThat(post(PREVIEWS, body(giver, "", here)).at("takers", "0", "customers"))
                .isEqualTo("2");
        Answer begun = post(ALL, body(giver, "", here));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        String one = ALL + "/" + begun.at("id");
        assertThat(get(one).at("customers", "queued")).isEqualTo("2");
        assertThat(get(ALL).at("items", "0", "id")).isEqualTo(begun.at("id"));
        assertThat(get(one + "/transfers").at("items", "1", "customer")).isEqualTo(id(customers.get(1)));
        assertThat(post(one + "/cancellations", "").at("state")).isEqualTo("CANCELLED");
    }

    @Test
    void aStoreIsRefusedWhatReachesBeyondIt() {
        var theirs = customers(there, 1).getFirst();
        String before = get(ALL).at("items", "0", "id");
        assertThat(wrong(body(stranger, "", here))).isEqualTo("/staff reference-unknown");
        assertThat(wrong(body(giver, "", here, there))).isEqualTo("/takers/1/account reference-unknown");
        assertThat(wrong(body(giver, ",\"department\":\"" + department(FactsWorld.STORE_2) + "\"", here)))
                .isEqualTo("/department reference-unknown");
        assertThat(wrong(body(giver, ",\"customers\":[\"" + id(theirs) + "\"]", here)))
                .isEqualTo("/customers/0 reference-unknown");
        assertThat(get(ALL).at("items", "0", "id")).isEqualTo(before);
    }

    private String wrong(String body) {
        Answer answer = post(ALL, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(post(PREVIEWS, body).status()).isEqualTo(422);
        return answer.at("errors", "0", "pointer") + " " + answer.at("errors", "0", "code");
    }

    @Test
    void whoServesAnotherStoreTooIsNotOneStoresToHandOver() {
        account(giver, FactsWorld.STORE_2);

        assertThat(wrong(body(giver, "", here))).isEqualTo("/staff not-allowed");
        assertThat(Api.post(ALL, body(giver, "", here)).status()).isEqualTo(202);
    }

    @Test
    void anOrderOfHeadOfficeIsShownAsFarAsTheStoreGoesAndNotTheStoresToStop() {
        Answer begun = Api.post(ALL, body(giver, "", here, there));
        String one = ALL + "/" + begun.at("id");

        assertThat(get(one).at("takers", "0", "account")).isEqualTo(id(here));
        assertThat(get(one).at("takers", "1", "account")).isEqualTo("-");
        assertThat(get(one).at("customers", "queued")).isEqualTo("2");
        Answer transfers = get(one + "/transfers");
        assertThat(List.of(transfers.at("items", "0", "to"), transfers.at("items", "1", "to")))
                .contains(id(here))
                .doesNotContain(id(there));
        assertThat(get(one + "/transfers?to=" + id(there)).at("items", "0", "state"))
                .isEqualTo("-");
        Answer stopped = post(one + "/cancellations", "");
        assertThat(stopped.status()).isEqualTo(403);
        assertThat(stopped.at("code")).isEqualTo("scope-missing");
        assertThat(Api.get(one, "Authorization", otherStore).status()).isEqualTo(404);
        assertThat(Api.get(one + "/transfers", "Authorization", otherStore).status())
                .isEqualTo(404);
        assertThat(Api.post(one + "/cancellations", "", "Authorization", otherStore)
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(ALL, "Authorization", otherStore).toString()).doesNotContain(begun.at("id"));
    }

    @Test
    void needsItsScopeAndItsBrand() {
        Answer begun = Api.post(ALL, body(giver, "", here));
        assertThat(Api.post(ALL, body(giver, "", here), "Authorization", Keys.without(Scope.INHERITANCES_WRITE))
                        .status())
                .isEqualTo(403);
        assertThat(Api.get(ALL + "/" + begun.at("id"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
    }
}
