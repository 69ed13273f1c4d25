package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which channel fits businesses and customers, and lost customers asked back through a personal
/// account: over HTTP, by the shipped policies, on the embedded database.
class GraduationTest {
    private static final String BRAND = "/v1/brands/luxury";
    private static final Map<String, String> CUSTOMERS = new HashMap<>();

    @TempDir
    private static Path home;

    private static RunningProduct product;
    private static Api api;
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void thereIsABrandWithTwoAccountsAndCustomers() throws IOException, InterruptedException {
        product = RunningProduct.live(home, Map.of("siyu.sandbox.enabled", "false"));
        api = product.api();
        var shop = new PersonalShop(api, "luxury");
        first = shop.account("wx_1");
        second = shop.account("wx_2");
        for (int i = 0; i < 20; i++) {
            String phone = "138123456" + i / 10 + i % 10;
            CUSTOMERS.put(phone, shop.lost(first, phone, 1_000 * (i + 1)));
        }
    }

    @AfterAll
    static void close() {
        product.close();
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "coffee chain,         15, 1, 6000, 60, .9, .1,  1,  0,   .5, 99.000000, 2.500000,  PRECISION, false, ''",
        "cosmetics,            80, 2, 5000,  6, .6, .5,  1,  0,   .5, 83.665671, 21.811800, PRECISION, false, ''",
        "luxury cars,      800000, 5,   10, .2, .7, .6,  0, .65,  .5, 7.000000,  86.500000, REFINED,   false, ''",
        "paid knowledge,     8000, 4,   50,  1, .2, .95, 0, .2,   .5, 5.750000,  84.500000, REFINED,   false, ''",
        "luxury goods,      20000, 3,  200,  2, .95, .4, 1, .1,   .5, 44.666656, 53.500000, HYBRID,    false,"
                + " 'COMPLEXITY 4.0 REFINED,CENTRAL 0.5 REFINED'",
        "fast-moving goods,    30, 1, 3000, 20, .6, .1,  1,  0,   .5, 95.139466, 2.500000,  PRECISION, false, ''",
        "retail chain,        150, 2, 1500,  8, .6, .2, .7,  0,   .5, 75.843823, 21.406819, PRECISION, false,"
                + " 'CENTRAL 0.2 HYBRID'",
        "weak brand,          120, 2,   30,  4, .2, .1,  1,  0,   .8, 50.991016, 14.453169, HYBRID,    true,  '*'",
    })
    void recommendsForBusinessesWhatTheFieldKnowsToWork(
            String name,
            double price,
            double complexity,
            double inflow,
            double frequency,
            double brand,
            double ip,
            double central,
            double referral,
            double marketing,
            double scale,
            double relation,
            String operation,
            boolean weak,
            String flips)
            throws IOException, InterruptedException {
        JsonNode said = api.post(BRAND + "/channel-fits", """
                {"price":%s,"complexity":%s,"inflowPerDay":%s,"purchasesPerYear":%s,"brandStrength":%s,"ipStrength":%s,
                 "referralShare":%s,"centrality":%s,"marketingShare":%s}
                """.formatted(
                        price, complexity, inflow, frequency, brand, ip, referral, central, marketing));
        assertThat(said.path("operation").asText()).as(name).isEqualTo(operation);
        assertThat(said.path("scaleNeed").asDouble()).isEqualTo(scale);
        assertThat(said.path("relationNeed").asDouble()).isEqualTo(relation);
        assertThat(said.path("weak").asBoolean()).isEqualTo(weak);
        var told = new StringBuilder();
        said.path("flips")
                .forEach(flip -> told.append(told.isEmpty() ? "" : ",")
                        .append(flip.path("fact").asText())
                        .append(' ')
                        .append(flip.path("value").asText())
                        .append(' ')
                        .append(flip.path("becomes").asText()));
        if (!flips.equals("*")) {
            assertThat(told).hasToString(flips);
            assertThat(said.path("stable").asBoolean()).isEqualTo(flips.isEmpty());
        }
    }

    @Test
    void winsTheLostBackThroughAnotherAccount() throws IOException, InterruptedException {
        JsonNode fit = api.get(BRAND + "/customers/" + CUSTOMERS.get("13812345619") + "/channel-fit");
        assertThat(fit.path("advice").asText()).as(fit.toString()).isEqualTo("WIN_BACK");
        JsonNode fits = api.get(BRAND + "/customer-fits/win-backs");
        assertThat(fits.path("items")).as(fits.toString()).hasSize(11);

        String material = id(api.post(BRAND + "/materials", "{\"name\":\"邀请\",\"text\":\"口令 {{invitation.code}}\"}"));
        String program = id(api.post(
                BRAND + "/graduations",
                "{\"name\":\"挽回\",\"kind\":\"WIN_BACK\",\"holdout\":0.3,\"accounts\":[\"" + second
                        + "\"],\"material\":\"" + material + "\",\"answerWithin\":\"P7D\"}"));
        api.post(BRAND + "/graduations/" + program + "/activations", "{}");
        JsonNode invited = invited(program);
        assertThat(invited.path("account").asText()).isEqualTo(second);

        JsonNode accepted = api.post(
                BRAND + "/invitation-acceptances",
                "{\"token\":\"" + invited.path("token").asText() + "\",\"friend\":\"back-again\"}");
        assertThat(accepted.path("account").asText()).isEqualTo(second);
        JsonNode came = candidate(program, "ACCEPTED");
        assertThat(came.path("customer").asText())
                .isEqualTo(invited.path("customer").asText());
        assertThat(came.path("inTime").asBoolean()).isTrue();
        assertThat(product.rows(
                        "SELECT COUNT(*) AS n FROM carry_edge e JOIN brand b ON b.id = e.brand AND b.slug = 'luxury'",
                        row -> row.number("n")))
                .containsExactly(1L);

        JsonNode unwilling = invited(program);
        api.patch(BRAND + "/customers/" + unwilling.path("customer").asText(), "{\"blacklisted\":true}");
        assertThat(candidate(program, "WITHDRAWN").path("reason").asText()).isEqualTo("BLACKLISTED");
        assertThat(api.get(BRAND + "/tasks/" + unwilling.path("task").asText())
                        .path("state")
                        .asText())
                .as("nobody asks whoever is on the blacklist")
                .isEqualTo("CANCELLED");

        JsonNode report = api.get(BRAND + "/graduations/" + program + "/report");
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/socialTrust/finding").asText()).isEqualTo("TOO_FEW");
        assertThat(report.path("heldOut").asInt() + report.path("chosen").asInt())
                .isEqualTo(fits.path("items").size());
        assertThat(api.get(BRAND + "/customer-fits/win-backs").path("items"))
                .as("everybody is on the way or held out")
                .isEmpty();
    }

    /// The process dies before a step, before its commit and after it: what was not kept is done
    /// anew, and nothing twice; on real SQL, while nobody else works for the brand.
    @Test
    void cutOffAtAnyStepNothingIsLostAndNothingHappensTwice() throws IOException, InterruptedException {
        var shop = new PersonalShop(api, "cut");
        String from = shop.account("wx_1");
        String to = shop.account("wx_2");
        for (int i = 0; i < 3; i++) {
            shop.lost(from, "1391234560" + i, 1_000);
        }
        String material = shop.made("/materials", "{\"name\":\"邀请\",\"text\":\"口令 {{invitation.code}}\"}");
        String program = shop.made(
                "/graduations",
                "{\"name\":\"挽回\",\"kind\":\"WIN_BACK\",\"holdout\":0,\"accounts\":[\"" + to + "\"],\"material\":\""
                        + material + "\",\"answerWithin\":\"P7D\"}");
        var brand = product.part(Brands.class).bySlug("cut").orElseThrow().id();
        var cut = new CutGraduation(product, brand, IdType.GRADUATION.inPath("graduation", program));
        product.part(RunDueWork.class)
                .exclusively(
                        brand,
                        () -> assertThatCode(() -> {
                                    shop.post("/graduations/" + program + "/activations", "");
                                    cut.life();
                                })
                                .doesNotThrowAnyException());
    }

    private static JsonNode invited(String program) throws IOException, InterruptedException {
        return candidate(program, "INVITED");
    }

    /// The first one, as soon as the engine has come to it.
    private static JsonNode candidate(String program, String state) throws IOException, InterruptedException {
        String path = BRAND + "/graduations/" + program + "/candidates?state=" + state;
        for (int i = 0; i < 100 && api.get(path).path("items").isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        JsonNode items = api.get(path).path("items");
        assertThat(items)
                .as(api.text(BRAND + "/graduations/" + program + "/candidates"))
                .isNotEmpty();
        return items.path(0);
    }
}
