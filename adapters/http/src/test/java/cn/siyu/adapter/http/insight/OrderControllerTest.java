package cn.siyu.adapter.http.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderControllerTest {
    private static final String ORDERS = "/v1/brands/demo/orders";

    private final String contact = "wm" + UUID.randomUUID();
    private final String number = UUID.randomUUID().toString();

    OrderControllerTest() {
        Api.bean(FactsWorld.Kept.class).contact(contact, FactsWorld.ACCOUNT_OF_ADA);
    }

    private String order(String externalId) {
        return """
                {"externalId": "%s", "source": "shop", "identity": {"type": "EXTERNAL_USERID", "value": "%s"},
                 "paidAt": "2026-03-01T07:00:00Z", "amountMinor": 3200, "currency": "CNY",
                 "lines": [{"sku": "latte", "category": "coffee", "quantity": 1, "amountMinor": 3200}],
                 "storeExternalId": "store-1", "salesChannel": "STORE"}""".formatted(externalId, contact);
    }

    @Test
    void recordsAnOrderAndShowsItByBothKeys() {
        Answer made = Api.post(ORDERS, order(number));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(ORDERS + "/" + made.at("id"));
        assertThat(made.at("amountMinor")).isEqualTo("3200");
        assertThat(made.at("currency")).isEqualTo("CNY");
        assertThat(made.at("store")).startsWith("dep_");
        assertThat(made.at("lines", "0", "sku")).isEqualTo("latte");
        assertThat(Api.get(ORDERS + "/" + made.at("id")).text()).isEqualTo(made.text());
        assertThat(Api.get(ORDERS + "/ext:shop:" + number).text()).isEqualTo(made.text());
    }

    @Test
    void countsInTheBrandsCurrencyIfNoneIsNamed() {
        Answer made = Api.post(ORDERS, order(number).replace("\"currency\": \"CNY\",", ""));
        assertThat(made.at("currency")).isEqualTo("CNY");
    }

    @Test
    void answersAnOrderThatIsKnownWithWhatIsKnown() {
        Answer first = Api.post(ORDERS, order(number));
        Answer again = Api.post(ORDERS, order(number));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(Api.post(ORDERS, order(number).replace("\"amountMinor\": 3200, \"c", "\"amountMinor\": 1, \"c"))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"currency\": \"CNY\"|\"currency\": \"USD\"|/currency|not-allowed",
                "\"currency\": \"CNY\"|\"currency\": \"yuan\"|/currency|too-long",
                "\"amountMinor\": 3200, \"c|\"amountMinor\": -1, \"c|/amountMinor|out-of-range",
                "\"amountMinor\": 3200, \"c|\"amountMinor\": 32.5, \"c|/amountMinor|wrong-type",
                "\"quantity\": 1|\"quantity\": 0|/lines/0/quantity|out-of-range",
                "\"sku\"|\"skus\"|/lines/0/sku|missing",
                "\"store-1\"|\"store-9\"|/storeExternalId|reference-unknown",
                "\"value\": \"wm|\"value\": \"nobody-wm|/identity/value|reference-unknown",
                "\"paidAt\"|\"payedAt\"|/paidAt|missing",
            })
    void refusesWhatIsWrongWithItsPlace(String right, String wrong, String pointer, String code) {
        Answer answer = Api.post(ORDERS, order(number).replace(right, wrong));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).as(answer.toString()).contains(pointer + " " + code);
    }

    @Test
    void takesBatches() {
        Answer answer = Api.post(
                ORDERS + "/batch",
                "{\"items\": [" + order(number) + "," + order(number + "b").replace("CNY", "USD") + "]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(207);
        assertThat(answer.at("items", "0", "status")).isEqualTo("201");
        assertThat(answer.at("items", "1", "problem", "errors", "0", "pointer")).isEqualTo("/items/1/currency");
    }

    @Test
    void listsOrdersOfACustomer() {
        String customer = Api.post(ORDERS, order(number)).at("customer");
        Api.post(ORDERS, order(number + "b").replace("07:00", "07:30"));
        Answer page = Api.get(ORDERS + "?limit=1&customer=" + customer);
        assertThat(page.at("items", "0", "externalId")).isEqualTo(number + "b");
        assertThat(Api.get(page.at("next")).at("items", "0", "externalId")).isEqualTo(number);
        assertThat(Api.get(page.at("next")).at("next")).isEqualTo("null");
        assertThat(Api.get(ORDERS + "?paidAt.gt=2026-03-01T07:00:00Z&customer=" + customer)
                        .count("items"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B999999999-12-31T00:00:00Z",
                "-1000000-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z",
                "10000-01-01",
                "9999-12-31T23:59:59-01:00"
            })
    void refusesMomentsThatNoDatabaseKnows(String moment) {
        Answer answer = Api.get(ORDERS + "?paidAt.gte=" + moment);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo("paidAt.gte");
    }

    @Test
    void refusesAKeyThatCantBeStored() {
        Answer answer = Api.get(ORDERS + "/ext:shop:a%00b");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo("order");
    }

    @Nested
    class Refunds {
        private final Answer bought = Api.post(ORDERS, order(number));
        private final String refunds = ORDERS + "/ext:shop:" + number + "/refunds";

        private String refund(String externalId, long amount) {
            return """
                    {"externalId": "%s", "amountMinor": %s, "refundedAt": "2026-03-01T07:30:00Z"}""".formatted(externalId, amount);
        }

        @Test
        void areFactsOfTheirOwnAndStandInTheOrder() {
            Answer made = Api.post(refunds, refund("r1", 1200), "Idempotency-Key", "r-" + number);

            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(made.at("order")).isEqualTo(bought.at("id"));
            Answer order = Api.get(String.valueOf(made.header("Location")));
            assertThat(order.at("refundedMinor")).isEqualTo("1200");
            assertThat(order.at("refunds", "0", "externalId")).isEqualTo("r1");
            assertThat(Api.post(refunds, refund("r1", 1200)).status()).isEqualTo(200);
            assertThat(Api.post(ORDERS + "/" + bought.at("id") + "/refunds", refund("r2", 2000))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void neverExceedWhatWasPaid() {
            Api.post(refunds, refund("r1", 3000));
            Answer answer = Api.post(refunds, refund("r2", 201));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.at("errors", "0", "pointer")).isEqualTo("/amountMinor");
            assertThat(answer.at("detail")).contains("200");
        }

        @Test
        void areNeverRewritten() {
            Api.post(refunds, refund("r1", 1));
            assertThat(Api.post(refunds, refund("r1", 2)).status()).isEqualTo(409);
        }

        @Test
        void needAnOrder() {
            assertThat(Api.post(refunds.replace("shop", "other"), refund("r1", 1))
                            .status())
                    .isEqualTo(404);
            assertThat(Api.post(ORDERS + "/ext:shop/refunds", refund("r1", 1)).at("code"))
                    .isEqualTo("malformed-id");
            assertThat(Api.post(ORDERS + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd/refunds", refund("r1", 1))
                            .at("code"))
                    .isEqualTo("wrong-id-type");
            assertThat(Api.post(refunds, refund("r1", 0)).at("errors", "0", "pointer"))
                    .isEqualTo("/amountMinor");
        }
    }

    @Nested
    class Rights {
        private final Answer made = Api.post(ORDERS, order(number));
        private final String path = ORDERS + "/" + made.at("id");

        @Test
        void hideWhatTheKeyMayNotSee() {
            assertThat(Api.get(path, "Authorization", Keys.ofOtherBrand()).status())
                    .isEqualTo(404);
            assertThat(Api.get(path, "Authorization", Keys.without(Scope.ORDERS_READ))
                            .status())
                    .isEqualTo(403);
            assertThat(Api.get(path, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.BO)))
                            .status())
                    .isEqualTo(404);
            assertThat(Api.get(path, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.ADA)))
                            .status())
                    .isEqualTo(200);
            assertThat(Api.post(ORDERS, order(number), "Authorization", Keys.without(Scope.ORDERS_WRITE))
                            .status())
                    .isEqualTo(403);
        }
    }
}
