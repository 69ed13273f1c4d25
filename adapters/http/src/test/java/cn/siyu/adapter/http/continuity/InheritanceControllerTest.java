package cn.siyu.adapter.http.continuity;

import static cn.siyu.adapter.http.continuity.Handovers.account;
import static cn.siyu.adapter.http.continuity.Handovers.customers;
import static cn.siyu.adapter.http.continuity.Handovers.id;
import static cn.siyu.adapter.http.continuity.Handovers.member;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.World;
import cn.siyu.application.continuity.port.InMemoryTransferBook;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.CustomerId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritanceControllerTest {
    private static final String ALL = "/v1/brands/demo/inheritances";
    private static final String PREVIEWS = "/v1/brands/demo/inheritance-previews";

    private final String giver = member(FactsWorld.STORE_1);
    private final ChannelAccountId from = account(giver);
    private final ChannelAccountId to = account(member(FactsWorld.STORE_1));
    private final List<CustomerId> customers = customers(from, 3);

    private String body(String more) {
        return "{\"staff\":\"" + giver + "\",\"kind\":\"ON_THE_JOB\",\"takers\":[{\"account\":\"" + id(to) + "\"}]"
                + more + "}";
    }

    @Test
    void beginsAndTellsHowFarEverybodyIs() {
        Answer begun = Api.post(ALL, body(",\"groups\":[\"wr1\"],\"message\":\"以后由小李为您服务\""));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        assertThat(begun.at("id")).startsWith("inh_");
        assertThat(begun.at("state")).isEqualTo("RUNNING");
        assertThat(begun.at("customers", "queued")).isEqualTo("3");
        assertThat(begun.at("groups", "total")).isEqualTo("1");
        assertThat(begun.at("takers", "0", "standing")).isEqualTo("OPEN");
        String one = ALL + "/" + begun.at("id");
        assertThat(String.valueOf(begun.header("Location"))).isEqualTo(one);
        assertThat(Api.get(one).at("message")).isEqualTo("以后由小李为您服务");
        assertThat(Api.get(ALL).at("items", "0", "id")).isEqualTo(begun.at("id"));

        Answer transfers = Api.get(one + "/transfers?kind=CUSTOMER&state=QUEUED&to=" + id(to));
        assertThat(transfers.at("items", "2", "customer")).isEqualTo(id(customers.get(2)));
        assertThat(transfers.at("items", "2", "to")).isEqualTo(id(to));
        assertThat(Api.get(one + "/transfers?kind=GROUP").at("items", "0", "group"))
                .isEqualTo("wr1");
        assertThat(Api.get(one + "/transfers?state=TAKEN").at("items", "0", "state"))
                .isEqualTo("-");
    }

    @Test
    void previewsWithoutWriting() {
        int before = Api.bean(InMemoryTransferBook.class).all(World.DEMO).size();
        Answer preview = Api.post(PREVIEWS, body(""));
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.at("customers")).isEqualTo("3");
        assertThat(preview.at("takers", "0", "customers")).isEqualTo("3");
        assertThat(preview.at("lines", "0", "to")).isEqualTo(id(to));
        assertThat(Api.bean(InMemoryTransferBook.class).all(World.DEMO)).hasSize(before);
    }

    @Test
    void saysWhyNobodyTakesOver() {
        Api.post(ALL, body(",\"groups\":[],\"customers\":[\"" + id(customers.getFirst()) + "\"]"));
        Answer preview = Api.post(PREVIEWS, body(",\"groups\":[]"));
        assertThat(preview.at("refused", "0", "state")).isEqualTo("IMPOSSIBLE");
        assertThat(preview.at("refused", "0", "reason")).isEqualTo("UNDER_WAY");
        assertThat(preview.at("refused", "0", "customers")).isEqualTo("1");
    }

    @Test
    void stopsWhenItIsCancelledAndOnlyOnce() {
        Answer begun = Api.post(ALL, body(",\"groups\":[]"));
        String cancellations = ALL + "/" + begun.at("id") + "/cancellations";
        Answer cancelled = Api.post(cancellations, "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.at("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("customers", "cancelled")).isEqualTo("3");
        assertThat(Api.post(cancellations, "").at("code")).isEqualTo("state-conflict");
        assertThat(Api.post(ALL + "/inh_01kaj4v5x8e6rtz3m0w9q2c4hd/cancellations", "")
                        .status())
                .isEqualTo(404);
        assertThat(Api.bean(InMemoryTransferBook.class).all(World.DEMO).stream()
                        .filter(one -> one.from().equals(from) && one.open()))
                .extracting(Transfer::state)
                .isEmpty();
    }

    @Test
    void namesEveryMistakeWithItsPlace() {
        Answer wrong = Api.post(
                ALL,
                "{\"staff\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"kind\":\"AFTER_LEAVING\",\"message\":\"再见\","
                        + "\"takers\":[{\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"}],"
                        + "\"customers\":[\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"],"
                        + "\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\"}");
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(422);
        assertThat(wrong.toString())
                .contains("\"/staff\"", "\"/message\"", "\"/takers/0/account\"", "\"/customers/0\"", "\"/department\"");
        Answer nobody = Api.post(ALL, "{\"staff\":\"" + giver + "\",\"kind\":\"ON_THE_JOB\"}");
        assertThat(nobody.at("errors", "0", "pointer")).isEqualTo("/takers");
        Answer self = Api.post(
                ALL,
                "{\"staff\":\"" + giver + "\",\"kind\":\"ON_THE_JOB\",\"takers\":[{\"account\":\"" + id(from)
                        + "\"}]}");
        assertThat(self.at("errors", "0", "code")).isEqualTo("not-allowed");
    }

    @Test
    void doesItOnceForARepeatAndNotAtAllForATrial() {
        Answer trial = Api.post(ALL + "?validate=only", body(",\"groups\":[]"));
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        Answer first = Api.post(ALL, body(",\"groups\":[]"), "Idempotency-Key", "inherit-once");
        Answer again = Api.post(ALL, body(",\"groups\":[]"), "Idempotency-Key", "inherit-once");
        assertThat(first.at("customers", "queued")).isEqualTo("3");
        assertThat(again.at("id")).isEqualTo(first.at("id"));
    }
}
