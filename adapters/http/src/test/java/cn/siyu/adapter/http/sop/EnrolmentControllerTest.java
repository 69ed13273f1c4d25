package cn.siyu.adapter.http.sop;

import static cn.siyu.adapter.http.sop.Sops.ENROLMENTS;
import static cn.siyu.adapter.http.sop.Sops.act;
import static cn.siyu.adapter.http.sop.Sops.active;
import static cn.siyu.adapter.http.sop.Sops.customer;
import static cn.siyu.adapter.http.sop.Sops.enrol;
import static cn.siyu.adapter.http.sop.Sops.id;
import static cn.siyu.adapter.http.sop.Sops.path;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentControllerTest {
    private static final String NOBODY = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd";

    private final String ofAda = customer(FactsWorld.ACCOUNT_OF_ADA, "小达的客户");
    private final String ofBo = customer(FactsWorld.ACCOUNT_OF_BO, "小博的客户");

    private static String these(String... customers) {
        return "\"customers\": [\"" + String.join("\", \"", customers) + "\"]";
    }

    @Test
    void answersForEachCustomer() {
        String sop = active("\"audience\": \"customer.nickname starts with '小达'\",");
        String again = customer(FactsWorld.ACCOUNT_OF_ADA, "小达的老客");
        enrol(sop, these(again));

        Answer answer = enrol(sop, these(ofAda, ofBo, again, NOBODY));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("enrolled")).isEqualTo("1");
        assertThat(answer.at("results", "0", "customer")).isEqualTo(ofAda);
        assertThat(answer.at("results", "0", "outcome")).isEqualTo("ENROLLED");
        assertThat(answer.at("results", "1", "outcome")).isEqualTo("NOT_IN_AUDIENCE");
        assertThat(answer.at("results", "2", "outcome")).isEqualTo("ALREADY_IN");
        assertThat(answer.at("results", "3", "outcome")).isEqualTo("UNKNOWN");
        assertThat(answer.at("results", "3", "enrolment")).isEqualTo("null");
    }

    @Test
    void showsWhereTheCustomerIs() {
        String sop = active("");
        String id = enrol(sop, these(ofAda)).at("results", "0", "enrolment");

        Answer shown = Api.get(ENROLMENTS + "/" + id);

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("customer")).isEqualTo(ofAda);
        assertThat(shown.at("sop")).isEqualTo(id(sop));
        assertThat(shown.at("sopVersionNumber")).isEqualTo("1");
        assertThat(shown.at("arm")).isEqualTo("TREATED");
        assertThat(shown.at("origin")).isEqualTo("MANUAL");
        assertThat(shown.at("state")).isEqualTo("ACTIVE");
        assertThat(shown.at("nextStep")).isEqualTo("1");
        assertThat(shown.at("dueAt")).isNotEqualTo("null");
        assertThat(shown.at("exitReason")).isEqualTo("null");
    }

    @Test
    void isStoppedOnce() {
        String path = ENROLMENTS + "/" + enrol(active(""), these(ofAda)).at("results", "0", "enrolment");
        Answer stopped = act(path + "/stops");
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
        assertThat(stopped.at("state")).isEqualTo("EXITED");
        assertThat(stopped.at("exitReason")).isEqualTo("STOPPED");
        assertThat(stopped.at("endedAt")).isNotEqualTo("null");
        assertThat(stopped.at("nextStep")).isEqualTo("null");
        assertThat(act(path + "/stops").at("code")).isEqualTo("state-conflict");
        assertThat(act(ENROLMENTS + "/enr_01kaj4v5x8e6rtz3m0w9q2c4hd/stops").status())
                .isEqualTo(404);
    }

    @Test
    void takesWhomAnExpressionDescribes() {
        String sop = active("");
        String word = UUID.randomUUID().toString();
        customer(FactsWorld.ACCOUNT_OF_ADA, word);
        customer(FactsWorld.ACCOUNT_OF_BO, word);

        Answer answer = enrol(sop, "\"audience\": \"customer.nickname = '" + word + "'\"");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("enrolled")).isEqualTo("2");
        assertThat(answer.at("more")).isEqualTo("false");
        assertThat(enrol(
                                sop,
                                "\"audience\": {\"op\": \"=\", \"field\": \"customer.nickname\", \"value\": \"" + word
                                        + "\"}")
                        .at("enrolled"))
                .isEqualTo("0");
        assertThat(Api.get(ENROLMENTS + "?sop=" + id(sop)).count("items")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\": 1|/customers missing,/x unknown-property",
                "\"customers\": []|/customers too-few",
                "\"customers\": [\"x\"]|/customers/0 bad-format",
                "\"customers\": [\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"], \"audience\": \"lost\"|/audience contradiction",
                "\"audience\": \"trust >\"|/audience invalid-expression",
                "\"audience\": {\"op\": \"and\", \"of\": [{\"op\": \"foo\"}]}|/audience/of/0/op invalid-expression",
                "\"audience\": 7|/audience invalid-expression",
            })
    void saysWhatIsWrong(String whom, String mistakes) {
        Answer answer = enrol(active(""), whom);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).containsExactlyInAnyOrder(mistakes.split(",", -1));
    }

    @Test
    void wantsAnSopThatRuns() {
        assertThat(enrol(path(), these(ofAda)).at("code")).isEqualTo("state-conflict");
        assertThat(enrol(path(), "\"audience\": \"lost\"").at("code")).isEqualTo("state-conflict");
        Answer unknown = enrol("sop_01kaj4v5x8e6rtz3m0w9q2c4hd", these(ofAda));
        assertThat(unknown.errors()).containsExactly("/sop reference-unknown");
        assertThat(enrol(NOBODY, these(ofAda)).at("code")).isEqualTo("wrong-id-type");
    }

    @Test
    void isFilteredAndPaged() {
        String sop = active("");
        enrol(sop, these(ofAda, ofBo));
        String first = Api.get(ENROLMENTS + "?sop=" + id(sop) + "&limit=1").at("next");
        assertThat(Api.get(first).at("items", "0", "customer")).isEqualTo(ofBo);
        assertThat(Api.get(ENROLMENTS + "?customer=" + ofBo + "&sop=" + id(sop)).count("items"))
                .isEqualTo(1);
        act(ENROLMENTS + "/"
                + Api.get(ENROLMENTS + "?customer=" + ofBo + "&sop=" + id(sop)).at("items", "0", "id") + "/stops");
        assertThat(Api.get(ENROLMENTS + "?state=EXITED&sop=" + id(sop)).at("items", "0", "customer"))
                .isEqualTo(ofBo);
        assertThat(Api.get(ENROLMENTS + "?state=ACTIVE&sop=" + id(sop)).count("items"))
                .isEqualTo(1);
        assertThat(Api.get(ENROLMENTS + "?sop=sop_01kaj4v5x8e6rtz3m0w9q2c4hd").count("items"))
                .isZero();
        assertThat(Api.get(ENROLMENTS + "?state=ACTIVE,EXITED").at("code")).isEqualTo("invalid-parameter");
        assertThat(Api.get(ENROLMENTS + "?customer=" + id(sop)).at("code")).isEqualTo("wrong-id-type");
    }

    /// An SOP reaches customers of the whole brand, and so does a file.
    @Test
    void refusesAKeyOfAStoreWhatReachesTheWholeBrand() {
        String sop = active("");
        String store = Keys.seeing(new DataScope.DepartmentTree(FactsWorld.STORE_2));
        for (String change : List.of("/pauses", "/deactivations", "/looks", "/versions/1/activations")) {
            assertThat(Api.send("POST", sop + change, null, "Authorization", store, "Idempotency-Key", "of-a-store")
                            .at("code"))
                    .as(change)
                    .isEqualTo("scope-missing");
        }
        assertThat(Api.get(sop).at("state")).isEqualTo("ACTIVE");
        assertThat(Api.send(
                                "POST",
                                "/v1/brands/demo/imports?kind=CUSTOMERS",
                                "手机号\n13812345678\n",
                                "Authorization",
                                store,
                                "Content-Type",
                                "text/csv",
                                "Idempotency-Key",
                                "a-store-imports")
                        .at("code"))
                .isEqualTo("scope-missing");
    }

    @Test
    void showsAndChangesOnlyWhatTheKeySees() {
        String sop = active("");
        String clerk = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
        String store = Keys.seeing(new DataScope.DepartmentTree(FactsWorld.STORE_2));
        Answer byClerk = enrol(sop, these(ofAda, ofBo), "Authorization", clerk);
        assertThat(byClerk.at("results", "0", "outcome")).isEqualTo("ENROLLED");
        assertThat(byClerk.at("results", "1", "outcome")).isEqualTo("UNKNOWN");
        String own = ENROLMENTS + "/" + byClerk.at("results", "0", "enrolment");

        assertThat(Api.get(own, "Authorization", clerk).status()).isEqualTo(200);
        assertThat(Api.get(own, "Authorization", store).status()).isEqualTo(404);
        assertThat(Api.get(ENROLMENTS + "?sop=" + id(sop), "Authorization", store)
                        .count("items"))
                .isZero();
        assertThat(Api.send("POST", own + "/stops", null, "Authorization", store)
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(own).at("state")).isEqualTo("ACTIVE");
        assertThat(enrol(sop, "\"audience\": \"customer.nickname = '小达的客户'\"", "Authorization", store)
                        .at("enrolled"))
                .isEqualTo("0");
    }

    @Test
    void putsInOnceForOneIntention() {
        String sop = active("");
        String body = "{\"sop\": \"" + id(sop) + "\", " + these(ofAda) + "}";
        String key = UUID.randomUUID().toString();
        Answer first = Api.post(ENROLMENTS, body, "Idempotency-Key", key);
        assertThat(Api.post(ENROLMENTS, body, "Idempotency-Key", key).text()).isEqualTo(first.text());
        assertThat(Api.post(ENROLMENTS, body).at("code")).isEqualTo("idempotency-key-missing");
        Answer trial = Api.post(
                ENROLMENTS + "?validate=only",
                "{\"sop\": \"" + id(sop) + "\", " + these(ofBo) + "}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(trial.at("enrolled")).isEqualTo("1");
        assertThat(Api.get(ENROLMENTS + "?sop=" + id(sop)).count("items")).isEqualTo(1);
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        String path = ENROLMENTS + "/" + enrol(active(""), these(ofAda)).at("results", "0", "enrolment");
        assertThat(Api.get(path.replace("/demo/", "/live/"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.send(
                                "POST",
                                path.replace("/demo/", "/live/") + "/stops",
                                null,
                                "Authorization",
                                Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(path, "Authorization", Keys.without(Scope.ENROLMENTS_READ))
                        .status())
                .isEqualTo(403);
        assertThat(enrol(active(""), these(ofAda), "Authorization", Keys.without(Scope.ENROLMENTS_WRITE))
                        .status())
                .isEqualTo(403);
    }
}
