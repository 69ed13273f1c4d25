package cn.siyu.adapter.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerControllerTest {
    private static final String CUSTOMERS = "/v1/brands/demo/customers";

    private final String contact = "wm" + UUID.randomUUID();
    private final String id = customer(contact);
    private final String path = CUSTOMERS + "/" + id;

    private static String customer(String contact) {
        FactsWorld.Kept kept = Api.bean(FactsWorld.Kept.class);
        var number = kept.contact(contact, FactsWorld.ACCOUNT_OF_ADA);
        return IdType.CUSTOMER.format(
                kept.customers().find(World.DEMO, number).orElseThrow().publicId());
    }

    private static Answer interaction(String contact, String identity) {
        return Api.post(
                "/v1/brands/demo/interactions", """
                {"externalId": "%s", "kind": "REPLY", "touchpoint": "PRIVATE_CHAT", "identity": %s,
                 "account": {"staffUserId": "ada"}, "occurredAt": "2026-03-01T07:00:00Z"}""".formatted(UUID.randomUUID(), identity.replace("CONTACT", contact)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void showsEverythingThatIsKnown() {
        interaction(contact, "{\"type\": \"EXTERNAL_USERID\", \"value\": \"CONTACT\"}");
        Answer shown = Api.get(path);

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.header("ETag")).startsWith("\"1-");
        assertThat(shown.at("stage")).isEqualTo("INTEREST");
        assertThat(shown.at("trust", "value")).isNotEqualTo("null");
        assertThat(shown.at("orders", "currency")).isEqualTo("CNY");
        assertThat(shown.at("identities", "0", "value")).isEqualTo(contact);
        assertThat(shown.at("relationships", "0", "staffUserId")).isEqualTo("ada");
        assertThat(shown.at("lastInteractionAt")).isEqualTo("2026-03-01T07:00:00.000Z");
        assertThat(Api.get(path + "?fields=id,trust.value,relationships.account")
                        .text())
                .doesNotContain("nickname")
                .contains("\"relationships\":[{\"account\":\"acc_");
    }

    @Test
    void findsACustomerByTheBrandsMemberId() {
        String member = UUID.randomUUID().toString();
        String who = interaction("", "{\"type\": \"MEMBER_ID\", \"scope\": \"crm\", \"value\": \"" + member + "\"}")
                .at("customer");
        assertThat(Api.get(CUSTOMERS + "/ext:crm:" + member).at("id")).isEqualTo(who);
        assertThat(Api.get(CUSTOMERS + "/ext:erp:" + member).status()).isEqualTo(404);
        assertThat(Api.get(CUSTOMERS + "/acc_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code"))
                .isEqualTo("wrong-id-type");
        assertThat(Api.get(CUSTOMERS + "/4711").at("code")).isEqualTo("malformed-id");
        assertThat(Api.get(CUSTOMERS + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").status())
                .isEqualTo(404);
    }

    @Nested
    class Lists {
        @Test
        void areFilteredByAnExpression() {
            String filter = encoded("account has 'ada' and stage = INTEREST and not blacklisted");
            interaction(contact, "{\"type\": \"EXTERNAL_USERID\", \"value\": \"CONTACT\"}");
            Answer page = Api.get(CUSTOMERS + "?limit=500&count=exact&filter=" + filter);

            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.text()).contains(id);
            assertThat(page.at("total")).isEqualTo(Integer.toString(page.count("items")));
            assertThat(Api.get(CUSTOMERS + "?limit=500&stage=INTEREST&filter=" + encoded("account has 'bo'"))
                            .text())
                    .doesNotContain(id);
            assertThat(Api.get(CUSTOMERS + "?limit=500&stage=INTEREST,PREFERENCE&lost=false&blacklisted=false")
                            .text())
                    .contains(id);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "trust.sozial > 4|trust.social",
                    "trust >|at character",
                    "stage = FOO|stage is never FOO",
                    "nickname = 'x'|customer.nickname",
                })
        void tellWhatIsWrongWithAnExpression(String filter, String hint) {
            Answer answer = Api.get(CUSTOMERS + "?filter=" + encoded(filter));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("code")).isEqualTo("invalid-parameter");
            assertThat(answer.at("errors", "0", "parameter")).isEqualTo("filter");
            assertThat(answer.text()).contains(hint);
        }

        @ParameterizedTest
        @CsvSource({"-createdAt", "trust", "-ordersAmount", "lastInteractionAt"})
        void showEachCustomerOnceInWhateverOrder(String sort) {
            String word = "w" + UUID.randomUUID().toString().replace("-", "");
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String one = customer("wm" + UUID.randomUUID());
                all.add(one);
                Api.send(
                        "PATCH",
                        CUSTOMERS + "/" + one,
                        "{\"nickname\": \"" + word + "\"}",
                        "Content-Type",
                        "application/merge-patch+json");
            }
            List<String> seen = new ArrayList<>();
            Answer page = Api.get(
                    CUSTOMERS + "?limit=2&sort=" + sort + "&filter=" + encoded("customer.nickname = '" + word + "'"));
            while (true) {
                for (int i = 0; i < page.count("items"); i++) {
                    seen.add(page.at("items", Integer.toString(i), "id"));
                }
                if (page.at("next").equals("null")) {
                    break;
                }
                page = Api.get(page.at("next"));
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        }

        @Test
        void knowOnlySomeOrders() {
            Answer answer = Api.get(CUSTOMERS + "?sort=nickname");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("lastInteractionAt");
        }
    }

    @Nested
    class Changing {
        private Answer patch(String body, String... headers) {
            List<String> all = new ArrayList<>(List.of("Content-Type", "application/merge-patch+json"));
            all.addAll(List.of(headers));
            return Api.send("PATCH", path, body, all.toArray(String[]::new));
        }

        @Test
        void changesWhatIsNamedAndLeavesTheRest() {
            Answer changed = patch("{\"nickname\": \"王先生\", \"timeZone\": \"Asia/Urumqi\"}");
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
            assertThat(changed.at("version")).isEqualTo("2");
            Answer blocked = patch("{\"blacklisted\": true}", "If-Match", String.valueOf(changed.header("ETag")));
            assertThat(blocked.at("nickname")).isEqualTo("王先生");
            assertThat(blocked.at("timeZone")).isEqualTo("Asia/Urumqi");
            assertThat(blocked.at("blacklisted")).isEqualTo("true");
            assertThat(patch("{\"timeZone\": null}").at("timeZone")).isEqualTo("null");
            assertThat(patch("{}", "If-Match", "\"1\"").status()).isEqualTo(412);
        }

        @Test
        void neverStoresAMask() {
            patch("{\"nickname\": \"王先生\"}");
            Answer masked = patch("{\"blacklisted\": true}", "Authorization", Keys.without(Scope.CUSTOMERS_PII));
            assertThat(masked.at("nickname")).isEqualTo("王*");
            assertThat(Api.get(path).at("nickname")).isEqualTo("王先生");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"stage\": \"LOST\"}|/stage read-only",
                    "{\"nick\": \"x\"}|/nick unknown-property",
                    "{\"gender\": \"X\"}|/gender not-one-of",
                    "{\"timeZone\": \"Mars\"}|/timeZone bad-format",
                    "{\"blacklisted\": \"yes\"}|/blacklisted wrong-type",
                })
        void refusesWhatIsWrongWithItsPlace(String body, String error) {
            Answer answer = patch(body);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.errors()).containsExactly(error);
        }
    }

    @Nested
    class Rights {
        @Test
        void maskNamesAndPhoneNumbers() {
            String phone = "+86138" + (10_000_000 + Math.floorMod(contact.hashCode(), 80_000_000));
            String who = interaction("", "{\"type\": \"PHONE\", \"value\": \"" + phone + "\"}")
                    .at("customer");
            Answer masked = Api.get(CUSTOMERS + "/" + who, "Authorization", Keys.without(Scope.CUSTOMERS_PII));
            assertThat(masked.at("identities", "0", "value"))
                    .isEqualTo("+86138****" + phone.substring(phone.length() - 4));
            assertThat(Api.get(CUSTOMERS + "/" + who).at("identities", "0", "value"))
                    .isEqualTo(phone);
            assertThat(Api.get(path, "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                            .at("nickname"))
                    .isEqualTo("小*");
        }

        @ParameterizedTest
        @CsvSource({"''", "/timeline", "/trust", "/trust/explanation", "/tags", "/consents", "/opt-outs", "/quotas"})
        void hideWhoTheKeyMayNotSee(String below) {
            String foreign = path.replace("demo", "live") + below;
            assertThat(Api.get(foreign, "Authorization", Keys.ofOtherBrand()).status())
                    .isEqualTo(404);
            assertThat(Api.get(path + below, "Authorization", Keys.ofOtherBrand())
                            .status())
                    .isEqualTo(404);
            assertThat(Api.get(path + below, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.BO)))
                            .status())
                    .isEqualTo(404);
            assertThat(Api.get(path + below, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.ADA)))
                            .status())
                    .isEqualTo(200);
            assertThat(Api.get(path + below, "Authorization", Keys.without(Scope.CUSTOMERS_READ))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void cutLists() {
            String all = "?limit=500&filter=" + encoded("account has 'ada'");
            assertThat(Api.get(CUSTOMERS + all, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.BO)))
                            .text())
                    .doesNotContain(id);
            assertThat(Api.get(
                                    CUSTOMERS + all,
                                    "Authorization",
                                    Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1)))
                            .text())
                    .contains(id);
            assertThat(Api.send(
                                    "PATCH",
                                    path,
                                    "{}",
                                    "Content-Type",
                                    "application/merge-patch+json",
                                    "Authorization",
                                    Keys.without(Scope.CUSTOMERS_WRITE))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void tellsWhatHappened() {
        for (int i = 0; i < 3; i++) {
            interaction(contact, "{\"type\": \"EXTERNAL_USERID\", \"value\": \"CONTACT\"}");
        }
        Answer page = Api.get(path + "/timeline?limit=2");
        assertThat(page.at("items", "0", "kind")).isEqualTo("INTERACTION");
        assertThat(page.at("items", "0", "id")).startsWith("int_");
        Answer rest = Api.get(page.at("next"));
        assertThat(rest.count("items")).isEqualTo(2);
        assertThat(rest.at("items", "1", "kind")).isEqualTo("RELATIONSHIP_BEGAN");
        assertThat(rest.at("next")).isEqualTo("null");
    }

    @Nested
    class Trust {
        @Test
        void isExplainedByItsEvidence() {
            interaction(contact, "{\"type\": \"EXTERNAL_USERID\", \"value\": \"CONTACT\"}");
            Answer trust = Api.get(path + "/trust");
            assertThat(trust.status()).as(trust.toString()).isEqualTo(200);
            assertThat(trust.at("best")).startsWith("rel_");
            assertThat(trust.at("relationships", "0", "relationship")).isEqualTo(trust.at("best"));
            assertThat(trust.at("policyEdition")).isEqualTo("test");

            Answer why = Api.get(path + "/trust/explanation");
            assertThat(why.status()).as(why.toString()).isEqualTo(200);
            assertThat(why.at("relationship", "relationship")).isEqualTo(trust.at("best"));
            double sum = Double.parseDouble(why.at("base"));
            for (int i = 0; i < why.count("contributions"); i++) {
                sum += Double.parseDouble(why.at("contributions", Integer.toString(i), "points"));
            }
            assertThat(sum)
                    .isCloseTo(Double.parseDouble(trust.at("trust")), org.assertj.core.data.Offset.offset(0.00001));
            assertThat(why.at("contributions", "0", "kind")).isEqualTo("REPLIED");
            assertThat(why.at("contributions", "0", "evidence")).startsWith("evd_");
            assertThat(Api.get(path + "/trust/explanation?relationship=" + trust.at("best"))
                            .text())
                    .isEqualTo(why.text());
        }

        @Test
        void isExplainedForRelationshipsOfTheCustomerOnly() {
            assertThat(Api.get(path + "/trust/explanation?relationship=rel_01kaj4v5x8e6rtz3m0w9q2c4hd")
                            .status())
                    .isEqualTo(404);
            assertThat(Api.get(path + "/trust/explanation?relationship=cus_01kaj4v5x8e6rtz3m0w9q2c4hd")
                            .at("code"))
                    .isEqualTo("wrong-id-type");
            assertThat(Api.get(path + "/trust/explanation?pieces=0").at("code")).isEqualTo("invalid-parameter");
            String who = interaction("", "{\"type\": \"MEMBER_ID\", \"value\": \"" + UUID.randomUUID() + "\"}")
                    .at("customer");
            assertThat(Api.get(CUSTOMERS + "/" + who + "/trust/explanation").status())
                    .isEqualTo(409);
            assertThat(Api.get(CUSTOMERS + "/" + who + "/trust").at("trust")).isEqualTo("null");
        }
    }

    @Nested
    class Wishes {
        @Test
        void areRecordedAndTakenBack() {
            Answer out = Api.send("PUT", path + "/opt-outs/MOMENTS", null);
            assertThat(out.status()).as(out.toString()).isEqualTo(200);
            assertThat(out.at("items", "0", "touchpoint")).isEqualTo("MOMENTS");
            assertThat(Api.send("PUT", path + "/opt-outs/MOMENTS", null).count("items"))
                    .isEqualTo(1);
            assertThat(Api.get(path).at("optOuts", "0", "touchpoint")).isEqualTo("MOMENTS");
            assertThat(Api.send("DELETE", path + "/opt-outs/MOMENTS", null).count("items"))
                    .isZero();
            assertThat(Api.send("PUT", path + "/opt-outs/moments", null).status())
                    .isEqualTo(400);
        }

        @Test
        void standInALedger() {
            String key = UUID.randomUUID().toString();
            String body = "{\"purpose\": \"MARKETING\", \"granted\": true, \"occurredAt\": \"2026-02-01T08:00:00Z\"}";
            Answer given = Api.post(path + "/consents", body, "Idempotency-Key", key);
            assertThat(given.status()).as(given.toString()).isEqualTo(201);
            assertThat(given.at("id")).startsWith("con_");
            assertThat(Api.post(path + "/consents", body, "Idempotency-Key", key)
                            .text())
                    .isEqualTo(given.text());
            Api.post(path + "/consents", "{\"purpose\": \"MARKETING\", \"granted\": false}");
            Answer ledger = Api.get(path + "/consents");
            assertThat(ledger.count("items")).isEqualTo(2);
            assertThat(ledger.at("items", "1", "granted")).isEqualTo("false");
            assertThat(Api.post(path + "/consents", "{\"purpose\": \"marketing\"}")
                            .errors())
                    .containsExactlyInAnyOrder("/purpose bad-format", "/granted missing");
        }
    }

    @Test
    void refusesToFilterByNamesThatAreShownMasked() {
        var masked = Keys.without(Scope.CUSTOMERS_PII);
        String filter = URLEncoder.encode("lost or customer.nickname starts with '小'", StandardCharsets.UTF_8);

        var refused = Api.get("/v1/brands/demo/customers?filter=" + filter, "Authorization", masked);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("code")).isEqualTo("scope-missing");
        assertThat(refused.at("errors", "0", "parameter")).isEqualTo("filter");
        assertThat(refused.at("detail")).contains("customer.nickname").contains("customers:pii");
        assertThat(Api.get("/v1/brands/demo/customers?filter=" + filter).status())
                .isEqualTo(200);
    }

    @Test
    void showsTheEvidenceOfAConsentOnlyInClear() {
        var customer = Api.bean(FactsWorld.Kept.class).contact("consenting", FactsWorld.ACCOUNT_OF_ADA);
        String path = "/v1/brands/demo/customers/" + IdType.CUSTOMER.format(FactsWorld.publicId(customer.value()))
                + "/consents";
        Api.post(path, "{\"purpose\": \"MARKETING\", \"granted\": true, \"evidence\": \"王先生签字\"}");

        assertThat(Api.get(path).at("items", "0", "evidence")).isEqualTo("王先生签字");
        assertThat(Api.get(path, "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                        .at("items", "0", "evidence"))
                .isEqualTo("null");
    }
}
