package cn.siyu.adapter.http.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionControllerTest {
    private static final String INTERACTIONS = "/v1/brands/demo/interactions";

    private final String contact = "wm" + UUID.randomUUID();
    private final String number = UUID.randomUUID().toString();

    InteractionControllerTest() {
        Api.bean(FactsWorld.Kept.class).contact(contact, FactsWorld.ACCOUNT_OF_ADA);
    }

    private String reply(String externalId) {
        return """
                {"externalId": "%s", "source": "archive", "kind": "REPLY", "touchpoint": "PRIVATE_CHAT",
                 "identity": {"type": "EXTERNAL_USERID", "value": "%s"}, "account": {"staffUserId": "ada"},
                 "occurredAt": "2026-03-01T07:00:00Z"}""".formatted(externalId, contact);
    }

    @Test
    void recordsWhatAFeedReportsWithoutKnowingOurIds() {
        Answer made = Api.post(INTERACTIONS, reply(number));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(INTERACTIONS + "/" + made.at("id"));
        assertThat(made.at("id")).startsWith("int_");
        assertThat(made.at("customer")).startsWith("cus_");
        assertThat(made.at("relationship")).startsWith("rel_");
        assertThat(made.at("account", "staffUserId")).isEqualTo("ada");
        assertThat(made.at("occurredAt")).isEqualTo("2026-03-01T07:00:00.000Z");
        assertThat(Api.get(INTERACTIONS + "/" + made.at("id")).text()).isEqualTo(made.text());
    }

    @Test
    void answersAFactThatIsKnownWithWhatIsKnown() {
        Answer first = Api.post(INTERACTIONS, reply(number));
        Answer again = Api.post(INTERACTIONS, reply(number));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void repeatsAnAnswerUnderItsIdempotencyKey() {
        Answer first = Api.post(INTERACTIONS, reply(number), "Idempotency-Key", number);
        Answer again = Api.post(INTERACTIONS, reply(number), "Idempotency-Key", number);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void neverRewritesAFact() {
        Api.post(INTERACTIONS, reply(number));
        Answer other = Api.post(INTERACTIONS, reply(number).replace("REPLY", "CLICK"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("code")).isEqualTo("already-exists");
        assertThat(other.at("errors", "0", "pointer")).isEqualTo("/externalId");
    }

    @Test
    void makesACustomerOfAPhoneNumberThatIsNew() {
        String phone = "138" + (10_000_000 + Math.floorMod(number.hashCode(), 80_000_000));
        Answer made = Api.post(
                INTERACTIONS, reply(number).replace("EXTERNAL_USERID", "PHONE").replace(contact, phone));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("relationship")).isEqualTo("null");
    }

    @Test
    void triesWithoutEffect() {
        assertThat(Api.post(INTERACTIONS + "?validate=only", reply(number)).status())
                .isEqualTo(200);
        assertThat(Api.post(INTERACTIONS, reply(number)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"REPLY\"|\"kind\": \"reply\"|/kind|bad-format",
                "\"kind\": \"REPLY\"|\"kind\": \"YAWNED\"|/kind|not-one-of",
                "\"PRIVATE_CHAT\"|\"PIGEON_POST\"|/touchpoint|not-one-of",
                "\"externalId\"|\"externalID\"|/externalId|missing",
                "\"touchpoint\": \"PRIVATE_CHAT\", |\"touchPoint\": \"PRIVATE_CHAT\", |/touchpoint|missing",
                "\"source\": \"archive\"|\"source\": \"Archiv!\"|/source|bad-format",
                "2026-03-01T07:00:00Z|yesterday|/occurredAt|bad-format",
                "\"EXTERNAL_USERID\"|\"WHATSAPP\"|/identity/type|not-one-of",
                "\"EXTERNAL_USERID\"|\"PHONE\"|/identity/value|bad-format",
                "\"value\": \"wm|\"value\": \"nobody-wm|/identity/value|reference-unknown",
                "\"ada\"|\"nobody\"|/account/staffUserId|reference-unknown",
                "\"staffUserId\": \"ada\"|\"id\": \"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"|/account/id|reference-unknown",
                "\"staffUserId\": \"ada\"|\"staff\": \"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\"|/account/staff|reference-unknown",
                "\"staffUserId\": \"ada\"|\"id\": \"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\", \"staffUserId\": \"ada\"|/account/id|not-allowed",
            })
    void refusesWhatIsWrongWithItsPlace(String right, String wrong, String pointer, String code) {
        Answer answer = Api.post(INTERACTIONS, reply(number).replace(right, wrong));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).as(answer.toString()).contains(pointer + " " + code);
        assertThat(Api.post(INTERACTIONS, reply(number)).status()).isEqualTo(201);
    }

    @Test
    void namesWhatThereIsWhenATouchpointIsUnknown() {
        Answer answer = Api.post(INTERACTIONS, reply(number).replace("PRIVATE_CHAT", "PIGEON_POST"));
        assertThat(answer.at("errors", "0", "detail")).contains("LIVE, MINI_PROGRAM, MOMENTS");
    }

    @Test
    void refusesAnIdOfAnotherKind() {
        Answer answer = Api.post(
                INTERACTIONS,
                reply(number).replace("\"staffUserId\": \"ada\"", "\"id\": \"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("wrong-id-type");
    }

    @Nested
    class SeveralIdentities {
        private final String phone = "139" + (10_000_000 + Math.floorMod(number.hashCode(), 80_000_000));

        private String login(String externalId, String identifiedBy, String identities) {
            return """
                    {"externalId": "%s", "source": "shop", "kind": "VISIT", "touchpoint": "MINI_PROGRAM", %s
                     "identities": [%s], "occurredAt": "2026-03-01T07:00:00Z"}""".formatted(externalId, identifiedBy, identities);
        }

        private String identity(String type, String value) {
            return "{\"type\": \"%s\", \"value\": \"%s\"}".formatted(type, value);
        }

        private String loggedIn(String externalId, String... identities) {
            return login(externalId, "\"identifiedBy\": \"LOGIN\",", String.join(",", identities));
        }

        private Answer visit(String externalId, String identity) {
            return Api.post(INTERACTIONS, login(externalId, "", identity));
        }

        @Test
        void areOneCustomersFromThenOn() {
            String openid = identity("OPENID", "o-" + number);
            String unionid = identity("UNIONID", "u-" + number);
            Answer made = Api.post(INTERACTIONS, loggedIn(number, openid, unionid, identity("PHONE", phone)));

            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            for (String each : List.of(openid, unionid, identity("PHONE", phone))) {
                assertThat(visit(UUID.randomUUID().toString(), each).at("customer"))
                        .as(each)
                        .isEqualTo(made.at("customer"));
            }
            assertThat(Api.post(INTERACTIONS, loggedIn(number, openid, unionid, identity("PHONE", phone)))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void ofTwoPeopleAreAConflictAndTheInteractionIsTheStrongestOnes() {
            String one = visit(number + "a", identity("UNIONID", "u1-" + number) + "," + identity("PHONE", phone))
                    .at("customer");
            String other =
                    visit(number + "b", identity("UNIONID", "u2-" + number)).at("customer");

            Answer both =
                    visit(number, identity("UNIONID", "u1-" + number) + "," + identity("UNIONID", "u2-" + number));

            assertThat(both.status()).as(both.toString()).isEqualTo(201);
            assertThat(both.at("customer")).isEqualTo(one).isNotEqualTo(other);
            assertThat(Api.get("/v1/brands/demo/identity-conflicts?limit=500").text())
                    .contains(one)
                    .contains(other);
        }

        @Test
        void comeInsteadOfOneIdentityAndAreOneToTen() {
            String unionid = identity("UNIONID", "u-" + number);
            Answer both = Api.post(
                    INTERACTIONS,
                    loggedIn(number, unionid)
                            .replace("\"identities\"", "\"identity\": " + unionid + ", \"identities\""));
            assertThat(both.errors()).containsExactly("/identities contradiction");
            assertThat(Api.post(INTERACTIONS, loggedIn(number, unionid).replaceAll("\"identities\": .*],", ""))
                            .errors())
                    .containsExactly("/identity missing");
            assertThat(Api.post(INTERACTIONS, loggedIn(number)).errors()).contains("/identities too-few");
            assertThat(Api.post(
                                    INTERACTIONS,
                                    loggedIn(
                                            number,
                                            IntStream.range(0, 11)
                                                    .mapToObj(i -> identity("PHONE", phone))
                                                    .toArray(String[]::new)))
                            .errors())
                    .contains("/identities too-many");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "LOGIN|WECHAT_ID|xiaoming|/identifiedBy contradiction",
                    "LOGIN|PERSONAL_CONTACT|friend|/identifiedBy contradiction",
                    "IMPORT|PERSONAL_CONTACT|friend|/identities/1/scope missing",
                    "LOGIN|EXTERNAL_USERID|wm-nobody|/identities/1/value reference-unknown",
                    "IMPORT|PHONE|12|/identities/1/value bad-format",
                    "STAFF|PHONE|13812345678|/identifiedBy not-one-of",
                })
        void areRefusedWhereTheyCannotBe(String by, String type, String value, String error) {
            Answer answer = Api.post(
                    INTERACTIONS,
                    loggedIn(number, identity("UNIONID", "u-" + number), identity(type, value))
                            .replace("LOGIN", by));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.errors()).as(answer.toString()).containsExactly(error);
        }

        @Test
        void areRefusedWhereAllAreNobodys() {
            assertThat(Api.post(
                                    INTERACTIONS,
                                    loggedIn(number, identity("UNIONID", "0000"), identity("PHONE", "13800000000")))
                            .errors())
                    .containsExactly("/identities not-allowed");
        }

        @Test
        void areForKeysThatSeeTheWholeBrand() {
            String store = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
            String unionid = identity("UNIONID", "u-" + number);
            String both = loggedIn(number, unionid, identity("PHONE", phone));

            assertThat(Api.post(INTERACTIONS, both, "Authorization", store).errors())
                    .containsExactly("/identities not-allowed");
            assertThat(Api.post(INTERACTIONS, loggedIn(number, unionid), "Authorization", store)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class Batches {
        private String batch(String... items) {
            return "{\"items\": [" + String.join(",", items) + "]}";
        }

        @Test
        void tellOfEachItemWhatCameOfIt() {
            Api.post(INTERACTIONS, reply(number));
            Answer answer = Api.post(
                    INTERACTIONS + "/batch",
                    batch(
                            reply(number + "a"),
                            reply(number),
                            reply(number).replace("REPLY", "CLICK"),
                            "7",
                            reply(number + "b").replace("\"kind\"", "\"kinds\"")));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(207);
            assertThat(answer.count("items")).isEqualTo(5);
            assertThat(answer.at("items", "0", "status")).isEqualTo("201");
            assertThat(answer.at("items", "0", "id")).startsWith("int_");
            assertThat(answer.at("items", "1", "status")).isEqualTo("200");
            assertThat(answer.at("items", "2", "problem", "code")).isEqualTo("already-exists");
            assertThat(answer.at("items", "2", "problem", "errors", "0", "pointer"))
                    .isEqualTo("/items/2/externalId");
            assertThat(answer.at("items", "3", "status")).isEqualTo("422");
            assertThat(answer.at("items", "4", "problem", "errors", "0", "pointer"))
                    .isEqualTo("/items/4/kinds");
            assertThat(answer.at("items", "4", "id")).isEqualTo("null");
        }

        @Test
        void areUndoneAsAWholeIfAskedFor() {
            Answer answer = Api.post(
                    INTERACTIONS + "/batch?atomic=true",
                    batch(reply(number), reply(number + "b").replace("ada", "nobody")));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.at("errors", "0", "pointer")).isEqualTo("/items/1/account/staffUserId");
            assertThat(Api.post(INTERACTIONS, reply(number)).status()).isEqualTo(201);
        }

        @Test
        void haveOneTo500Items() {
            assertThat(Api.post(INTERACTIONS + "/batch", "{\"items\": []}").at("errors", "0", "code"))
                    .isEqualTo("too-few");
            String many = IntStream.range(0, 501).mapToObj(i -> "{}").collect(Collectors.joining(","));
            assertThat(Api.post(INTERACTIONS + "/batch", batch(many)).at("errors", "0", "code"))
                    .isEqualTo("too-many");
            assertThat(Api.post(INTERACTIONS + "/batch", "{\"item\": []}").at("code"))
                    .isEqualTo("invalid-body");
        }

        @Test
        void areRepeatedUnderTheirIdempotencyKey() {
            String body = batch(reply(number), reply(number).replace("REPLY", "CLICK"));
            Answer first = Api.post(INTERACTIONS + "/batch", body, "Idempotency-Key", number);
            Answer again = Api.post(INTERACTIONS + "/batch", body, "Idempotency-Key", number);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.status()).isEqualTo(207);
            assertThat(again.text()).isEqualTo(first.text());
        }
    }

    @Nested
    class Lists {
        @Test
        void areOfOneCustomerAndFollowedToTheirEnd() {
            String customer = "";
            for (int i = 0; i < 5; i++) {
                customer = Api.post(INTERACTIONS, reply(number + i).replace("07:00:00", "07:0" + i + ":00"))
                        .at("customer");
            }
            Answer page = Api.get(INTERACTIONS + "?limit=2&customer=" + customer);
            var seen = new StringBuilder();
            while (true) {
                for (int i = 0; i < page.count("items"); i++) {
                    seen.append(page.at("items", Integer.toString(i), "occurredAt"), 14, 16)
                            .append(' ');
                }
                if (page.at("next").equals("null")) {
                    break;
                }
                page = Api.get(page.at("next"));
            }
            assertThat(seen).hasToString("04 03 02 01 00 ");
            assertThat(Api.get(INTERACTIONS + "?customer=" + customer
                                    + "&occurredAt.gte=2026-03-01T07:01:00Z&occurredAt.lt=2026-03-01T07:03:00Z")
                            .count("items"))
                    .isEqualTo(2);
            assertThat(Api.get(INTERACTIONS + "?kind=CLICK&customer=" + customer)
                            .count("items"))
                    .isZero();
        }

        @Test
        void refuseWhatTheyDontKnow() {
            assertThat(Api.get(INTERACTIONS + "?colour=red").at("code")).isEqualTo("unknown-parameter");
            assertThat(Api.get(INTERACTIONS + "?sort=kind").at("code")).isEqualTo("invalid-parameter");
        }
    }

    @Nested
    class Rights {
        private final Answer made = Api.post(INTERACTIONS, reply(number));
        private final String path = INTERACTIONS + "/" + made.at("id");

        @Test
        void hideAnotherBrandAsIfItWereNotThere() {
            assertThat(Api.get(path, "Authorization", Keys.ofOtherBrand()).status())
                    .isEqualTo(404);
            assertThat(Api.get(path.replace("demo", "live"), "Authorization", Keys.ofOtherBrand())
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void nameTheScopeThatIsMissing() {
            Answer answer =
                    Api.post(INTERACTIONS, reply(number), "Authorization", Keys.without(Scope.INTERACTIONS_WRITE));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.at("detail")).contains("interactions:write");
            assertThat(Api.get(path, "Authorization", Keys.without(Scope.INTERACTIONS_READ))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void showWhatTheKeySeesAndNoMore() {
            String mine = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
            String others = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_2));
            String all = Keys.seeing(new DataScope.DepartmentTree(FactsWorld.HEADQUARTERS));
            assertThat(Api.get(path, "Authorization", mine).status()).isEqualTo(200);
            assertThat(Api.get(path, "Authorization", others).status()).isEqualTo(404);
            assertThat(Api.get(path, "Authorization", all).status()).isEqualTo(200);
            String list = INTERACTIONS + "?customer=" + made.at("customer");
            assertThat(Api.get(list, "Authorization", mine).count("items")).isEqualTo(1);
            assertThat(Api.get(list, "Authorization", others).count("items")).isZero();
        }
    }
}
