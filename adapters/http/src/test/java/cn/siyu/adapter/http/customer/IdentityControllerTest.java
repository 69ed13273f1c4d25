package cn.siyu.adapter.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class IdentityControllerTest {
    private static final String BRAND = "/v1/brands/demo";
    private static final String DECISIONS = BRAND + "/identity-decisions";

    private final String member = UUID.randomUUID().toString();
    private final String phone = "+86139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    private final String one = register("{\"type\": \"MEMBER_ID\", \"value\": \"" + member + "\"}");
    private final String other = register("{\"type\": \"PHONE\", \"value\": \"" + phone + "\"}");

    private static String register(String identity) {
        return Api.post(BRAND + "/customers", "{\"source\": \"crm\", \"identities\": [" + identity + "]}")
                .at("id");
    }

    private Answer decide(String verdict, String more, String... headers) {
        return Api.post(
                DECISIONS,
                "{\"verdict\": \"" + verdict + "\", \"customers\": [\"" + one + "\", \"" + other + "\"]" + more + "}",
                headers);
    }

    @Test
    void mergesTwoCustomersAndShowsThePersonUnderBothIds() {
        Answer decided = decide("MUST_LINK", ", \"note\": \"same man\"");

        assertThat(decided.status()).as(decided.toString()).isEqualTo(201);
        assertThat(decided.at("decision", "id")).startsWith("idd_");
        assertThat(decided.count("customers")).isEqualTo(1);
        assertThat(Api.get(BRAND + "/customers/" + one).count("identities")).isEqualTo(2);
        Answer merged = Api.get(BRAND + "/customers/" + other);
        assertThat(merged.at("id"))
                .isEqualTo(Api.get(BRAND + "/customers/" + one).at("id"));
    }

    @Test
    void separatesAgainExactlyByTheIdsTheyHad() {
        decide("MUST_LINK", "");

        Answer separated = decide("CANNOT_LINK", "");

        assertThat(separated.status()).as(separated.toString()).isEqualTo(201);
        assertThat(separated.count("customers")).isEqualTo(2);
        assertThat(Api.get(BRAND + "/customers/" + one).count("identities")).isEqualTo(1);
        assertThat(Api.get(BRAND + "/customers/" + other).at("id")).isEqualTo(other);
    }

    @Test
    void takesADecisionBack() {
        String id = decide("MUST_LINK", "").at("decision", "id");

        Answer taken = Api.send("DELETE", DECISIONS + "/" + id, null);

        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.at("decision", "takenBackAt")).isNotNull();
        assertThat(Api.get(BRAND + "/customers/" + other).at("id")).isEqualTo(other);
        assertThat(Api.send("DELETE", DECISIONS + "/idd_01kaj4v5x8e6rtz3m0w9q2c4hd", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rehearsesWithoutChangingAnything() {
        Answer rehearsed = decide("MUST_LINK", ", \"rehearsal\": true");

        assertThat(rehearsed.status()).as(rehearsed.toString()).isEqualTo(200);
        assertThat(rehearsed.count("customers")).isEqualTo(1);
        assertThat(Api.get(BRAND + "/customers/" + other).at("id")).isEqualTo(other);
    }

    @Test
    void refusesWhatOnePersonCannotBe() {
        String second = register("{\"type\": \"MEMBER_ID\", \"value\": \"X" + member + "\"}");

        Answer refused = Api.post(
                DECISIONS, "{\"verdict\": \"MUST_LINK\", \"customers\": [\"" + one + "\", \"" + second + "\"]}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("member id");
    }

    @Test
    void refusesWhatIsNamedTwiceOrInTwoWaysOrNotAtAll() {
        assertThat(Api.post(DECISIONS, "{\"verdict\": \"MUST_LINK\"}").errors()).containsExactly("/conflict missing");
        for (var nothing : List.of("customers", "identities", "conflict")) {
            assertThat(Api.post(DECISIONS, "{\"verdict\": \"MUST_LINK\", \"" + nothing + "\": null}")
                            .errors())
                    .containsExactly("/conflict missing");
        }
        assertThat(Api.post(
                                DECISIONS,
                                "{\"verdict\": \"MUST_LINK\", \"customers\": [\"" + one + "\", \"" + one + "\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(Api.post(DECISIONS, "{\"verdict\": \"MUST_LINK\", \"conflict\": \"icf_01kaj4v5x8e6rtz3m0w9q2c4hd\"}")
                        .errors())
                .containsExactly("/conflict reference-unknown");
        assertThat(decide("MUST_LINK", ", \"conflict\": \"icf_01kaj4v5x8e6rtz3m0w9q2c4hd\"")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void listsDecisionsAndConflicts() {
        String id = decide("CANNOT_LINK", "").at("decision", "id");

        assertThat(Api.get(DECISIONS + "?limit=500").text()).contains(id);
        assertThat(Api.get(BRAND + "/identity-conflicts").status()).isEqualTo(200);
    }

    @Test
    void tellsAKeyNothingOfCustomersItDoesNotSee() {
        String ofStore = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        assertThat(decide("MUST_LINK", "", "Authorization", ofStore).status()).isEqualTo(422);
        assertThat(decide("MUST_LINK", "", "Authorization", Keys.without(Scope.CUSTOMERS_WRITE))
                        .status())
                .isEqualTo(403);
        assertThat(decide("MUST_LINK", "", "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
    }

    @Test
    void answersTheSameKeyWithTheFirstAnswer() {
        String once = UUID.randomUUID().toString();
        Answer first = decide("MUST_LINK", "", "Idempotency-Key", once);
        assertThat(decide("MUST_LINK", "", "Idempotency-Key", once).text()).isEqualTo(first.text());
    }
}
