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

class RegistrationControllerTest {
    private static final String CUSTOMERS = "/v1/brands/demo/customers";

    private final String member = UUID.randomUUID().toString();
    private final String phone = "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

    private static Answer register(String identities, String... headers) {
        return Api.post(
                CUSTOMERS,
                "{\"source\": \"crm\", \"nickname\": \"小红\", \"identities\": [" + identities + "]}",
                headers);
    }

    private String memberId() {
        return "{\"type\": \"MEMBER_ID\", \"value\": \"" + member + "\"}";
    }

    private String phone() {
        return "{\"type\": \"PHONE\", \"value\": \"" + phone + "\"}";
    }

    @Test
    void makesACustomerKnownByAllItsIdentities() {
        Answer made = register(memberId() + "," + phone());

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(CUSTOMERS + "/" + made.at("id"));
        assertThat(made.at("nickname")).isEqualTo("小红");
        assertThat(made.at("stage")).isEqualTo("ENTRANCE");
        assertThat(Api.get(CUSTOMERS + "/ext:crm:" + member).at("id")).isEqualTo(made.at("id"));
        assertThat(register("{\"type\": \"UNIONID\", \"value\": \"" + member + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void findsWhoIsKnownAndAddsWhatIsNew() {
        String id = register(memberId()).at("id");
        Answer again = register(memberId() + "," + phone());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("id")).isEqualTo(id);
        assertThat(again.count("identities")).isEqualTo(2);
        assertThat(register(phone()).at("id")).isEqualTo(id);
    }

    @Test
    void refusesIdentitiesOfDifferentCustomersAndSaysWhoseTheyAre() {
        String first = register(phone()).at("id");
        String second = register(memberId()).at("id");

        Answer refused = register(memberId() + "," + phone());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errors()).containsExactly("/identities/0/value already-exists");
        assertThat(refused.at("detail")).contains(second);
        assertThat(Api.get(CUSTOMERS + "/" + first).count("identities")).isEqualTo(1);
        assertThat(Api.get(CUSTOMERS + "/" + first).count("conflicts")).isZero();
    }

    @Test
    void refusesASecondMemberNumberOfOneSource() {
        String id = register(memberId() + "," + phone()).at("id");
        Answer other = register(phone() + ",{\"type\": \"MEMBER_ID\", \"value\": \"X" + member + "\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.errors()).containsExactly("/identities/1/value too-many");
        assertThat(other.at("detail")).contains(id);
        Answer atOnce = register(memberId() + "," + memberId().replace(member, "Y" + member));
        assertThat(atOnce.status()).isEqualTo(409);
        Answer twoNew = register(
                memberId().replace(member, "A" + member) + "," + memberId().replace(member, "B" + member));
        assertThat(twoNew.status()).isEqualTo(422);
    }

    @Test
    void refusesAValueThatIsNobodysByItsName() {
        Answer refused = register(memberId() + ",{\"type\": \"PHONE\", \"value\": \"+8613800000000\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("/identities/1/value not-allowed");
        assertThat(refused.at("detail")).contains("IDENTITY");
        assertThat(Api.get(CUSTOMERS + "/ext:crm:" + member).status()).isEqualTo(404);
        assertThat(register("{\"type\": \"MEMBER_ID\", \"value\": \"0000\"}").errors())
                .containsExactly("/identities/0/value not-allowed");
    }

    @Test
    void refusesAContactThePlatformNeverToldOf() {
        Answer refused = register(memberId() + ",{\"type\": \"EXTERNAL_USERID\", \"value\": \"wm-nobody\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("/identities/1/value reference-unknown");
        assertThat(Api.get(CUSTOMERS + "/ext:crm:" + member).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatCanBeNobody() {
        assertThat(register("").errors()).containsExactly("/identities too-few");
        assertThat(register("{\"type\": \"PHONE\", \"value\": \"138\"}").errors())
                .containsExactly("/identities/0/value bad-format");
    }

    @Test
    void tellsAKeyOfAStoreNothingAboutCustomersItDoesNotSee() {
        register(memberId());
        String ofStore = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        Answer known = register(memberId(), "Authorization", ofStore);
        assertThat(known.status()).isEqualTo(409);
        assertThat(known.text()).doesNotContain("cus_");
        assertThat(register(phone(), "Authorization", ofStore).status()).isEqualTo(201);
        Answer conflict = register(memberId() + "," + phone(), "Authorization", ofStore);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).doesNotContain("cus_");
    }

    @Test
    void masksPhoneNumbersAndChecksRights() {
        String masked = Keys.without(Scope.CUSTOMERS_PII);
        assertThat(register(phone(), "Authorization", masked).at("identities", "0", "value"))
                .contains("*");
        assertThat(register(phone(), "Authorization", Keys.without(Scope.CUSTOMERS_WRITE))
                        .status())
                .isEqualTo(403);
        assertThat(register(phone(), "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
    }

    @Test
    void answersTheSameKeyWithTheFirstAnswer() {
        String once = UUID.randomUUID().toString();
        Answer first = register(memberId(), "Idempotency-Key", once);
        Answer again = register(memberId(), "Idempotency-Key", once);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
    }
}
