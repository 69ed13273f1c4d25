package cn.siyu.adapter.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.customer.CustomerId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlacklistControllerTest {
    private static final String LIST = "/v1/brands/demo/blacklist";
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final CustomerId customer =
            Api.bean(FactsWorld.Kept.class).contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
    private final String id = IdType.CUSTOMER.format(FactsWorld.publicId(customer.value()));

    private String body(String more) {
        return "{\"customer\":\"" + id + "\",\"reason\":\"ABUSE\",\"note\":\"辱骂店员\"" + more + "}";
    }

    private String flag() {
        return Api.get("/v1/brands/demo/customers/" + id).at("blacklisted");
    }

    @Test
    void putsACustomerOnItAndTakesItOffWithAReason() {
        Answer put = Api.post(LIST, body(",\"until\":\"2027-01-01T00:00:00Z\""));
        String entry = LIST + "/" + put.at("id");

        assertThat(put.status()).as(put.toString()).isEqualTo(201);
        assertThat(String.valueOf(put.header("Location"))).isEqualTo(entry);
        assertThat(put.at("putBy")).startsWith("key_");
        assertThat(put.at("customer")).isEqualTo(id);
        assertThat(flag()).isEqualTo("true");
        assertThat(Api.post(LIST, body("")).status()).isEqualTo(409);
        assertThat(Api.get(LIST + "?standing=true&reason=ABUSE&customer=" + id).count("items"))
                .isEqualTo(1);
        assertThat(Api.get(entry, "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                        .at("note"))
                .isEqualTo("null");

        assertThat(Api.post(entry + "/liftings", "{}").at("errors", "0", "pointer"))
                .isEqualTo("/reason");
        Answer lifted = Api.post(entry + "/liftings", "{\"reason\":\"已和解\"}");
        assertThat(lifted.status()).as(lifted.toString()).isEqualTo(201);
        assertThat(lifted.at("endedHow")).isEqualTo("LIFTED");
        assertThat(Api.get(entry).at("endedReason")).isEqualTo("已和解");
        assertThat(flag()).isEqualTo("false");
    }

    @Test
    void theMarkOfAProfileIsAnEntryToo() {
        String path = "/v1/brands/demo/customers/" + id;
        Answer marked = Patches.blindly(path, "{\"blacklisted\":true}");
        Answer entries = Api.get(LIST + "?customer=" + id);

        assertThat(marked.at("blacklisted")).as(marked.toString()).isEqualTo("true");
        assertThat(entries.at("items", "0", "reason")).isEqualTo("OTHER");
        assertThat(entries.at("items", "0", "putBy")).startsWith("key_");
        assertThat(Patches.blindly(path, "{\"blacklisted\":false}").at("blacklisted"))
                .isEqualTo("false");
        assertThat(Api.get(LIST + "?customer=" + id).at("items", "0", "endedHow"))
                .isEqualTo("LIFTED");
    }

    @Test
    void namesAnIdentityBeforeAnybodyHasIt() {
        String phone = "1390000" + NUMBERS.incrementAndGet();
        String wish = "{\"identity\":{\"type\":\"PHONE\",\"value\":\"" + phone + "\"},\"reason\":\"FRAUD\"}";
        Answer put = Api.post(LIST, wish);
        String entry = LIST + "/" + put.at("id");

        assertThat(put.status()).as(put.toString()).isEqualTo(201);
        assertThat(put.at("identityValue")).isEqualTo("+86" + phone);
        assertThat(put.at("customer")).isEqualTo("null");
        assertThat(Api.get(entry, "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                        .at("identityValue"))
                .contains("*");
        String store = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        assertThat(Api.get(entry, "Authorization", store).status()).isEqualTo(404);
        assertThat(Api.post(LIST, wish, "Authorization", store).status()).isEqualTo(403);
    }

    @Test
    void isSeenByWhoSeesTheCustomer() {
        String entry = LIST + "/" + Api.post(LIST, body("")).at("id");
        String store1 = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        String store2 = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_2));

        assertThat(Api.get(entry, "Authorization", store1).status()).isEqualTo(200);
        assertThat(Api.get(entry, "Authorization", store2).status()).isEqualTo(404);
        assertThat(Api.post(entry + "/liftings", "{\"reason\":\"x\"}", "Authorization", store2)
                        .status())
                .isEqualTo(404);
        Answer foreign = Api.post(LIST, body(""), "Authorization", store2);
        assertThat(foreign.at("errors", "0", "pointer")).isEqualTo("/customer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":\"ABUSE\"}|/customer",
                "{\"customer\":\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"reason\":\"RUDE\"}|/reason",
                "{\"customer\":\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"reason\":\"ABUSE\"}|/customer",
                "{\"identity\":{\"type\":\"PHONE\",\"value\":\"12\"},\"reason\":\"ABUSE\"}|/identity/value"
            })
    void saysWhatIsWrong(String wish, String pointer) {
        Answer refused = Api.post(LIST, wish);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.at("errors", "0", "pointer")).isEqualTo(pointer);
    }

    @Test
    void refusesAnEndThatIsOver() {
        Answer late = Api.post(LIST, body(",\"until\":\"2020-01-01T00:00:00Z\""));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.at("errors", "0", "pointer")).isEqualTo("/until");
    }
}
