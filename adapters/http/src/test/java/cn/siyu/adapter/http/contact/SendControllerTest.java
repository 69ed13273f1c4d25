package cn.siyu.adapter.http.contact;

import static cn.siyu.adapter.http.FactsWorld.ACCOUNT_OF_ADA;
import static cn.siyu.adapter.http.FactsWorld.ACCOUNT_OF_BO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.application.insight.port.Attributions.Share;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.insight.AttributionMethod;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendControllerTest {
    private static final String SENDS = "/v1/brands/demo/sends";

    private final SendView refused = GivenSends.send(SendState.REFUSED, ACCOUNT_OF_ADA, World.NOW);

    private static String path(SendView send) {
        return SENDS + "/" + IdType.SEND.format(send.publicId());
    }

    private static String of(SendView send) {
        return SENDS + "?customer=" + IdType.CUSTOMER.format(send.refers().customer());
    }

    @Test
    void tellsWhyAMessageWasRefusedAndWhatWouldChangeIt() {
        Answer send = Api.get(path(refused));

        assertThat(send.status()).as(send.toString()).isEqualTo(200);
        assertThat(send.at("state")).isEqualTo("REFUSED");
        assertThat(send.at("reason")).isEqualTo("GAP");
        assertThat(send.at("plannedAt")).isEqualTo("2026-03-01T08:00:00.123Z");
        assertThat(send.at("decision", "policyEdition")).isEqualTo("contact-2025+3");
        assertThat(send.at("decision", "earliestAt")).isEqualTo("2026-03-06T08:00:00.000Z");
        assertThat(send.at("decision", "grounds", "0", "remedy")).isEqualTo("TIME");
        assertThat(send.at("decision", "grounds", "0", "numbers", "gap")).isEqualTo("PT168H");
        assertThat(send.at("decision", "grounds", "0", "numbers", "ignoredInARow"))
                .isEqualTo("1");
        assertThat(send.at("decision", "grounds", "0", "explanation")).isEqualTo(GivenSends.GAP_EXPLAINED);
        assertThat(Api.get(path(refused), "Accept-Language", "zh-CN").at("decision", "grounds", "0", "explanation"))
                .startsWith("上次营销触达在")
                .endsWith("到时自动解除。");
    }

    @Test
    void refersToEverythingByPublicId() {
        Answer send = Api.get(path(refused));

        assertThat(send.at("account")).isEqualTo(IdType.CHANNEL_ACCOUNT.format(GivenSends.id(ACCOUNT_OF_ADA)));
        assertThat(send.at("wave")).isEqualTo(IdType.WAVE.format(FactsWorld.publicId(9904)));
        assertThat(send.at("sop")).startsWith("sop_");
        assertThat(send.at("sopVersion")).startsWith("sov_");
        assertThat(send.at("batch")).isEqualTo("null");
        assertThat(send.at("response")).isEqualTo("null");
    }

    @Test
    void listsNewestFirstPageByPage() {
        var older = GivenSends.send(SendState.PLANNED, ACCOUNT_OF_ADA, Instant.parse("2031-01-01T00:00:00Z"));
        var newer = GivenSends.send(SendState.DELIVERED, ACCOUNT_OF_ADA, Instant.parse("2031-01-02T00:00:00Z"));

        Answer first = Api.get(SENDS + "?plannedAt.gte=2031-01-01&limit=1");
        Answer second = Api.get(first.at("next"));

        assertThat(first.at("items", "0", "id")).isEqualTo(IdType.SEND.format(newer.publicId()));
        assertThat(second.at("items", "0", "id")).isEqualTo(IdType.SEND.format(older.publicId()));
        assertThat(second.at("next")).isEqualTo("null");
    }

    @Test
    void filtersByStateClassAndWhatItBelongsTo() {
        String mine = of(refused);

        assertThat(Api.get(mine + "&state=REFUSED,DEFERRED&contactClass=MARKETING")
                        .count("items"))
                .isEqualTo(1);
        assertThat(Api.get(mine + "&state=UNKNOWN,HELD").count("items")).isZero();
        assertThat(Api.get(mine + "&contactClass=SERVICE").count("items")).isZero();
        assertThat(Api.get(mine + "&sop=" + IdType.SOP.format(FactsWorld.publicId(9906)))
                        .count("items"))
                .isEqualTo(1);
        assertThat(Api.get(mine + "&wave=" + IdType.WAVE.format(FactsWorld.publicId(1)))
                        .count("items"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "state=GONE,state,invalid-parameter",
        "customer=snd_01kaj4v5x8e6rtz3m0w9q2c4hd,customer,wrong-id-type",
        "sop=x,sop,malformed-id",
        "plannedAt.gte=yesterday,plannedAt.gte,invalid-parameter",
        "sort=state,sort,invalid-parameter",
        "stat=SENT,stat,unknown-parameter",
    })
    void refusesParametersThatMakeNoSense(String query, String parameter, String code) {
        Answer answer = Api.get(SENDS + "?" + query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo(parameter);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void showsEachKeyOnlyWhatItsAccountsSend() {
        var bos = GivenSends.send(SendState.SENT, ACCOUNT_OF_BO, World.NOW);
        String ada = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
        String store1 = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        String all = Keys.seeing(new DataScope.DepartmentTree(FactsWorld.HEADQUARTERS));

        for (String key : List.of(ada, store1)) {
            assertThat(Api.get(path(refused), "Authorization", key).status()).isEqualTo(200);
            assertThat(Api.get(path(bos), "Authorization", key).status()).isEqualTo(404);
            assertThat(Api.get(path(bos) + "/attribution", "Authorization", key).status())
                    .isEqualTo(404);
            assertThat(Api.get(of(bos), "Authorization", key).count("items")).isZero();
        }
        assertThat(Api.get(path(bos), "Authorization", all).status()).isEqualTo(200);
    }

    @Test
    void hidesWhatTheKeyHasNoRightTo() {
        assertThat(Api.get(path(refused), "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
        assertThat(Api.get(path(refused), "Authorization", Keys.without(Scope.SENDS_READ))
                        .status())
                .isEqualTo(403);
        assertThat(Api.get(path(refused).replace("/snd_", "/cus_")).at("code")).isEqualTo("wrong-id-type");
    }

    @Nested
    class Attribution {
        private final SendView delivered = GivenSends.send(SendState.DELIVERED, ACCOUNT_OF_ADA, World.NOW);
        private final String contact = "wm" + UUID.randomUUID();

        private Answer order(String externalId, int amountMinor) {
            return Api.post("/v1/brands/demo/orders", """
                    {"externalId": "%s", "source": "shop", "identity": {"type": "EXTERNAL_USERID", "value": "%s"},
                     "paidAt": "2026-03-01T07:00:00Z", "amountMinor": %s, "salesChannel": "STORE",
                     "lines": [{"sku": "latte", "quantity": 1, "amountMinor": %s}]}""".formatted(externalId, contact, amountMinor, amountMinor));
        }

        @Test
        void tellsWhichOrdersAMessageLedTo() {
            var kept = Api.bean(FactsWorld.Kept.class);
            kept.contact(contact, ACCOUNT_OF_ADA);
            String made = order(contact, 3200).at("id");
            long order = kept.orders()
                    .byPublicId(World.DEMO, IdType.ORDER.inPath("order", made))
                    .orElseThrow()
                    .id();
            var send = OptionalLong.of(delivered.id().value());
            kept.attributions()
                    .replace(
                            World.DEMO,
                            List.of(order),
                            List.of(
                                    new Share(order * 10, order, AttributionMethod.LAST_TOUCH, send, 3200, 200),
                                    new Share(order * 10 + 1, order, AttributionMethod.EQUAL_SHARES, send, 1600, 100)),
                            World.NOW);

            Answer attribution = Api.get(path(delivered) + "/attribution");

            assertThat(attribution.status()).as(attribution.toString()).isEqualTo(200);
            assertThat(attribution.at("lastTouch", "amountMinor")).isEqualTo("3000");
            assertThat(attribution.at("equalShares", "currency")).isEqualTo("CNY");
            assertThat(attribution.count("orders")).isEqualTo(1);
            assertThat(attribution.at("orders", "0", "order")).isEqualTo(made);
            assertThat(attribution.at("orders", "0", "amount", "amountMinor")).isEqualTo("3200");
            assertThat(attribution.at("orders", "0", "equalShares", "amountMinor"))
                    .isEqualTo("1500");
        }

        @Test
        void isEmptyWhereNothingWasBought() {
            Answer attribution = Api.get(path(delivered) + "/attribution");

            assertThat(attribution.at("lastTouch", "amountMinor")).isEqualTo("0");
            assertThat(attribution.count("orders")).isZero();
        }
    }
}
