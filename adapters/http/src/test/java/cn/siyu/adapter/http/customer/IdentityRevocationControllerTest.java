package cn.siyu.adapter.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class IdentityRevocationControllerTest {
    private static final String BRAND = "/v1/brands/demo";
    private static final String REVOCATIONS = BRAND + "/identity-revocations";

    private final String memberId = UUID.randomUUID().toString();
    private final String member = identity("MEMBER_ID", memberId);
    private final String phone = "{\"type\": \"PHONE\", \"value\": \"+86137"
            + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000) + "\"}";
    private final String customer = Api.post(
                    BRAND + "/customers", "{\"source\": \"crm\", \"identities\": [" + member + ", " + phone + "]}")
            .at("id");

    private static String identity(String type, String value) {
        return "{\"type\": \"" + type + "\", \"scope\": \"crm\", \"value\": \"" + value + "\"}";
    }

    private Answer revoke(String more, String... headers) {
        return Api.post(REVOCATIONS, "{\"identities\": [" + member + ", " + phone + "]" + more + "}", headers);
    }

    private static final String WHY = ", \"reason\": \"a clerk's slip\"";

    @Test
    void rehearsesTakesBackAndListsWhoDidSoAndWhy() {
        Answer rehearsed = revoke(WHY + ", \"rehearsal\": true");
        assertThat(rehearsed.status()).as(rehearsed.toString()).isEqualTo(200);
        assertThat(rehearsed.count("links")).isEqualTo(1);
        assertThat(rehearsed.count("customers")).isEqualTo(2);
        assertThat(rehearsed.count("revocations")).isZero();
        assertThat(Api.get(BRAND + "/customers/" + customer).count("identities"))
                .as("a rehearsal changes nothing")
                .isEqualTo(2);

        Answer revoked = revoke(WHY);
        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(201);
        assertThat(revoked.text()).contains("idr_", "a clerk's slip", "revokedBy", customer);
        assertThat(Api.get(BRAND + "/customers/" + customer).count("identities"))
                .isEqualTo(1);
        assertThat(Api.get(REVOCATIONS + "?limit=500").text()).contains(memberId);

        Answer again = revoke(WHY);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("CANNOT_LINK");
    }

    @Test
    void wantsAReasonAndTwoThatAreThere() {
        assertThat(revoke("").errors()).containsExactly("/reason missing");
        assertThat(Api.post(REVOCATIONS, "{\"reason\": \"x\"}").errors()).containsExactly("/conflict missing");
        assertThat(Api.post(
                                REVOCATIONS,
                                "{\"reason\": \"x\", \"identities\": [" + member + ", "
                                        + identity("MEMBER_ID", "nobody") + "]}")
                        .errors())
                .containsExactly("/identities reference-unknown");
        assertThat(Api.post(REVOCATIONS, "{\"reason\": \"x\", \"identities\": [" + member + ", " + member + "]}")
                        .errors())
                .containsExactly("/identities contradiction");
    }

    @Test
    void tellsAKeyNothingOfCustomersItDoesNotSee() {
        String ofStore = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        assertThat(revoke(WHY, "Authorization", ofStore).errors()).containsExactly("/identities reference-unknown");
        assertThat(revoke(WHY, "Authorization", Keys.without(Scope.CUSTOMERS_WRITE))
                        .status())
                .isEqualTo(403);
        assertThat(revoke(WHY, "Authorization", Keys.ofOtherBrand()).status()).isEqualTo(404);
        assertThat(Api.get(BRAND + "/customers/" + customer).count("identities"))
                .isEqualTo(2);
    }

    @Test
    void answersTheSameKeyWithTheFirstAnswer() {
        String once = UUID.randomUUID().toString();
        Answer first = revoke(WHY, "Idempotency-Key", once);
        assertThat(revoke(WHY, "Idempotency-Key", once).text()).isEqualTo(first.text());
    }
}
