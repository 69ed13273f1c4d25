package cn.siyu.adapter.http.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.application.brand.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyControllerTest {
    private static final String POLICIES = "/v1/brands/demo/policies";
    private static final String CONTACT = POLICIES + "/CONTACT";

    @Test
    void showsWhatBindsTheBrand() {
        Answer lines = Api.get(POLICIES);
        assertThat(lines.status()).as(lines.toString()).isEqualTo(200);
        assertThat(lines.count("items")).isEqualTo(9);
        assertThat(lines.at("items", "1", "line")).isEqualTo("ALLOCATION");
        Answer platform = Api.get(POLICIES + "/PLATFORM:WECOM");
        assertThat(platform.at("stamp")).as(platform.toString()).isEqualTo("wecom-1");
        assertThat(platform.at("validFromOn")).isEqualTo("2020-01-01");
        assertThat(platform.at("values", "massMessages", "perCustomer")).isEqualTo("PER_MONTH 4");
        assertThat(platform.at("override")).isEqualTo("null");
    }

    @Test
    void pagesThroughTheEditionsThatAreShipped() {
        Answer first = Api.get(POLICIES + "/editions?limit=9");
        assertThat(first.count("items")).as(first.toString()).isEqualTo(9);
        Answer rest = Api.get(first.at("next"));
        assertThat(rest.at("items", "0", "edition")).isEqualTo("contact-2");
        assertThat(rest.at("items", "1", "line")).isEqualTo("PLATFORM:WECOM");
        assertThat(rest.at("next")).isEqualTo("null");
    }

    @Test
    void laysABrandsNumbersOverTheEditionAndTakesThemBack() {
        Answer before = Api.get(CONTACT);
        String version = before.at("version");
        Answer trial = Api.send(
                "PATCH",
                CONTACT + "?validate=only",
                "{\"override\":{\"brandCap\":{\"perMonth\":2}}}",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + version + "\"");
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(trial.at("values", "brandCap", "perMonth")).isEqualTo("2");
        assertThat(Api.get(CONTACT).text()).isEqualTo(before.text());
        Answer set = Patches.patch(
                CONTACT, "{\"override\":{\"brandCap\":{\"perMonth\":3},\"pauseAfterIgnored\":4}}", version);
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.at("stamp")).isEqualTo("contact-1+" + set.at("version"));
        assertThat(set.at("values", "brandCap", "perMonth")).isEqualTo("3");
        assertThat(Patches.patch(CONTACT, "{\"override\":{}}", version).status())
                .isEqualTo(412);
        Answer back = Patches.patch(CONTACT, "{\"override\":{\"brandCap\":null}}", set.at("version"));
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.at("values", "brandCap", "perMonth")).isEqualTo("4");
        assertThat(back.at("override", "pauseAfterIgnored")).isEqualTo("4");
        Answer none = Patches.patch(CONTACT, "{\"override\":null}", back.at("version"));
        assertThat(none.at("override")).as(none.toString()).isEqualTo("null");
        assertThat(none.at("values", "pauseAfterIgnored")).isEqualTo("5");
    }

    @Test
    void tellsAllMistakesAtOnce() {
        String version = Api.get(CONTACT).at("version");
        Answer answer = Patches.patch(
                CONTACT,
                "{\"override\":{\"brandCap\":{\"perMonth\":\"many\"},\"gap\":{\"first\":\"soon\"},\"quiet\":1}}",
                version);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.text())
                .contains("\"/override/brandCap/perMonth\"")
                .contains("\"/override/gap/first\"")
                .contains("\"/override/quiet\"");
    }

    @Test
    void letsABrandBeStricterThanItsPlatformButNotLaxer() {
        String path = POLICIES + "/PLATFORM:WECOM";
        String version = Api.get(path).at("version");
        Answer laxer = Patches.patch(path, "{\"override\":{\"massMessages\":{\"attachments\":99}}}", version);
        assertThat(laxer.status()).as(laxer.toString()).isEqualTo(422);
        assertThat(laxer.at("errors", "0", "code")).isEqualTo("not-allowed");
        assertThat(Api.get(path).at("version")).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"override\":7}|/override|wrong-type",
                "{\"values\":{}}|/values|read-only",
                "{\"overide\":{}}|/overide|unknown-property"
            })
    void saysWhatIsWrong(String body, String pointer, String code) {
        Answer answer = Patches.patch(CONTACT, body, Api.get(CONTACT).at("version"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void refusesMoreThanCanBeKept() {
        String body = "{\"override\":{\"quiet\":[\"" + "x".repeat(6_000) + "\",\"" + "很".repeat(6_000) + "\"]}}";
        Answer answer = Patches.patch(CONTACT, body, Api.get(CONTACT).at("version"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("/override too-long");
    }

    @Test
    void staysInsideTheScopeAndKnowsItsLines() {
        assertThat(Api.get(POLICIES + "/WEATHER").status()).isEqualTo(404);
        assertThat(Api.get(POLICIES + "/PLATFORM:DOUYIN").status()).isEqualTo(404);
        assertThat(Patches.blindly(CONTACT, "{\"override\":{}}").status()).isEqualTo(428);
        assertThat(Api.get("/v1/brands/live/policies").status()).isEqualTo(404);
        assertThat(Api.get(POLICIES, "Authorization", Keys.without(Scope.POLICIES_READ))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void comparesTwoEditions() {
        Answer differences = Api.get(POLICIES + "/editions/contact-1/differences");
        assertThat(differences.status()).as(differences.toString()).isEqualTo(200);
        assertThat(differences.at("others", "0", "edition")).isEqualTo("contact-2");
        assertThat(differences.at("others", "0", "differences", "0", "pointer")).isEqualTo("/brandCap/perMonth");
        assertThat(differences.at("others", "0", "differences", "0", "before")).isEqualTo("4");
        assertThat(differences.at("others", "0", "differences", "0", "after")).isEqualTo("6");
        assertThat(Api.get(POLICIES + "/editions/contact-9/differences").status())
                .isEqualTo(404);
    }

    @Test
    void plansNumbersForALaterDayAndNoneForThePast() {
        String line = POLICIES + "/ALLOCATION";
        Answer planned = Patches.patch(
                line,
                "{\"override\":{\"dailyAddsPerAccount\":7},\"overrideFromOn\":\"2027-01-01\"}",
                Api.get(line).at("version"));
        assertThat(planned.status()).as(planned.toString()).isEqualTo(200);
        assertThat(planned.at("override")).isEqualTo("null");
        assertThat(planned.at("planned", "0", "validFromOn")).isEqualTo("2027-01-01");
        assertThat(planned.at("planned", "0", "override", "dailyAddsPerAccount"))
                .isEqualTo("7");
        Answer past = Patches.patch(
                line,
                "{\"override\":{\"dailyAddsPerAccount\":7},\"overrideFromOn\":\"2020-01-01\"}",
                planned.at("version"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.errors()).containsExactly("/overrideFromOn out-of-range");
    }
}
