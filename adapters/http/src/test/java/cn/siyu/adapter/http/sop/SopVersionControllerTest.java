package cn.siyu.adapter.http.sop;

import static cn.siyu.adapter.http.sop.Sops.act;
import static cn.siyu.adapter.http.sop.Sops.byHand;
import static cn.siyu.adapter.http.sop.Sops.material;
import static cn.siyu.adapter.http.sop.Sops.path;
import static cn.siyu.adapter.http.sop.Sops.save;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.domain.sop.DefinitionReader;
import cn.siyu.domain.sop.SopNaming;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SopVersionControllerTest {
    private final String sop = path();

    private static Answer rewrite(String path, String body, String version) {
        return Api.send("PUT", path, body, "Content-Type", "application/json", "If-Match", "\"" + version + "\"");
    }

    @Test
    void checksAVersionAgainstTheDecisionJourney() {
        save(sop, """
                {"trigger": {"type": "RELATIONSHIP_ADDED"},
                 "steps": [{"type": "SEND", "material": "%s"}, {"type": "SEND", "material": "%s", "touchpoint": "MOMENTS"}]}""".formatted(material(), material()));
        Answer journey = Api.get(sop + "/versions/1/journey");

        assertThat(journey.status()).as(journey.toString()).isEqualTo(200);
        assertThat(journey.at("items", "0", "touchpoints", "0", "touchpoint")).isEqualTo("MOMENTS");
        assertThat(journey.at("items", "2", "gap")).isEqualTo("true");
        assertThat(journey.at("items", "2", "usuallyServedBy", "0")).isEqualTo("LIVE");
        assertThat(journey.at("items", "3", "total")).isEqualTo("1");
        assertThat(journey.at("gaps", "1")).isEqualTo("COMPARISON");
        assertThat(Api.get(sop + "/versions/9/journey").status()).isEqualTo(404);
        assertThat(Api.get(sop + "/versions/1/journey", "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void savesADefinitionAndShowsItInFull() {
        String material = material();
        String tag = Api.post(
                        "/v1/brands/demo/tags",
                        "{\"group\":\"意向\",\"name\":\""
                                + UUID.randomUUID().toString().substring(0, 8) + "\"}")
                .at("id");
        Answer saved = save(sop, """
                {"trigger": {"type": "RELATIONSHIP_ADDED", "reenterAfter": "P90D"},
                 "audience": "not dormant", "holdout": 0.1,
                 "steps": [{"type": "SEND", "material": "%s", "contactClass": "SERVICE"}, {"type": "TAG", "add": ["%s"]},
                   {"type": "WAIT", "until": {"day": 3, "localTime": "10:00"}},
                   {"type": "TASK", "kind": "CALL", "title": "回访", "script": null}],
                 "goal": {"kind": "PURCHASE", "within": "P14D"}}""".formatted(material, tag));

        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        assertThat(saved.at("number")).isEqualTo("1");
        assertThat(saved.at("publishedAt")).isEqualTo("null");
        assertThat(saved.at("definition", "steps", "0", "material")).isEqualTo(material);
        assertThat(saved.at("definition", "steps", "0", "deadline")).isEqualTo("P2D");
        assertThat(saved.at("definition", "steps", "1", "add", "0")).isEqualTo(tag);
        assertThat(saved.at("definition", "goal", "exit")).isEqualTo("true");
        assertThat(saved.at("definition", "exitOn", "1")).isEqualTo("OPT_OUT");
        assertThat(Api.get(String.valueOf(saved.header("Location"))).text()).isEqualTo(saved.text());
        assertThat(Api.get(sop + "/versions/1?fields=number,definition.goal").text())
                .isEqualTo("{\"number\":1,\"definition\":{\"goal\":"
                        + "{\"kind\":\"PURCHASE\",\"within\":\"P14D\",\"exit\":true}}}");
    }

    @Test
    void tellsAllMistakesWithTheirPlaces() {
        Answer answer = save(sop, """
                {"trigger": {"type": "MANUEL"}, "audience": "trust.sozial > 4", "holdout": 0.7,
                 "steps": [{"type": "WAIT", "for": "P3D"}, {"type": "WAIT", "until": {"day": 1, "localTime": "10:00"}},
                   {"type": "SEND", "material": "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", "deadlin": "P1D"},
                   {"type": "TAG", "add": ["tag_01kaj4v5x8e6rtz3m0w9q2c4hd"]}, {"type": "SEND"},
                   {"type": "TASK", "kind": "CALL", "title": "", "script": "{{customer.nickname}}",
                    "dueIn": "P3D", "expiresIn": "P1D"}],
                 "goal": {"kind": "PURCHASE", "within": "P900D"}, "exitOn": "LOSS"}""");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("code")).isEqualTo("invalid-body");
        assertThat(answer.errors())
                .containsExactly(
                        "/definition/trigger/type not-one-of",
                        "/definition/audience invalid-expression",
                        "/definition/holdout out-of-range",
                        "/definition/steps/1/until/day already-past",
                        "/definition/steps/2/material reference-unknown",
                        "/definition/steps/2/deadlin unknown-property",
                        "/definition/steps/3/add/0 reference-unknown",
                        "/definition/steps/4/material missing",
                        "/definition/steps/5/title empty",
                        "/definition/steps/5/script fallback-needed",
                        "/definition/steps/5/expiresIn contradiction",
                        "/definition/goal/within out-of-range",
                        "/definition/exitOn wrong-type");
        assertThat(answer.text())
                .contains("Did you mean 'MANUAL'?")
                .contains("trust.social")
                .contains("(at character 1)")
                .contains("Write PT1M to P365D.")
                .contains("Did you mean 'deadline'?");
        assertThat(Api.get(sop + "/versions").count("items")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/definition missing",
                "{\"definition\":7}|/definition wrong-type",
                "{\"definition\":{}}|/definition/trigger missing",
                "{\"definition\":{},\"number\":3}|/number read-only",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[{\"type\":\"WAIT\",\"for\":1}]}}|/definition/steps/0/for wrong-type",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[null]}}|/definition/steps/0 wrong-type",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[],\"audience\":{\"op\":\"and\",\"of\":[{}]}}}|/definition/audience/of/0/op invalid-expression",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[],\"holdout\":1e999999999}}|/definition/holdout out-of-range",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[{\"type\":\"WAIT\",\"until\":{\"day\":1e999999999,\"localTime\":\"10:00\"}}]}}|/definition/steps/0/until/day out-of-range",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[],\"audience\":{\"op\":\">\",\"field\":\"trust\",\"value\":1e999999999}}}|/definition/audience/value invalid-expression",
            })
    void survivesAnything(String body, String first) {
        Answer answer = Api.post(sop + "/versions", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).contains(first);
    }

    @Test
    void rewritesADraftThatNobodyChangedMeanwhile() {
        Answer draft = save(sop, byHand(""));
        String path = sop + "/versions/1";
        Answer rewritten = rewrite(path, "{\"definition\":" + byHand("\"holdout\":0.2,") + "}", "1");
        assertThat(rewritten.status()).as(rewritten.toString()).isEqualTo(200);
        assertThat(rewritten.at("definition", "holdout")).isEqualTo("0.2");
        assertThat(rewritten.at("version")).isEqualTo("2");
        assertThat(rewrite(path, draft.text(), "1").status()).isEqualTo(412);
        assertThat(Api.send("PUT", path, draft.text(), "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
        assertThat(rewrite(path, draft.text(), "2").at("definition", "holdout")).isEqualTo("0");
        assertThat(rewrite(sop + "/versions/2", draft.text(), "1").status()).isEqualTo(404);
    }

    @Test
    void neverChangesWhatIsPublished() {
        save(sop, byHand(""));
        Answer published = act(sop + "/versions/1/publications");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        assertThat(published.at("publishedAt")).isNotEqualTo("null");
        assertThat(published.at("active")).isEqualTo("false");
        assertThat(act(sop + "/versions/1/publications").text()).isEqualTo(published.text());
        Answer refused = rewrite(sop + "/versions/1", published.text(), published.at("version"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("code")).isEqualTo("state-conflict");
    }

    @Test
    void takesCustomersIntoTheNewestThatIsActivated() {
        save(sop, byHand(""));
        save(sop, byHand("\"holdout\":0.5,"));
        assertThat(act(sop + "/versions/1/activations").at("activeVersion")).isEqualTo("1");
        assertThat(act(sop + "/versions/2/activations").at("activeVersion")).isEqualTo("2");
        Answer versions = Api.get(sop + "/versions");
        assertThat(versions.at("items", "0", "number")).isEqualTo("2");
        assertThat(versions.at("items", "0", "active")).isEqualTo("true");
        assertThat(versions.at("items", "1", "active")).isEqualTo("false");
        Answer page = Api.get(sop + "/versions?limit=1");
        assertThat(Api.get(page.at("next")).at("items", "0", "number")).isEqualTo("1");
        assertThat(act(sop + "/versions/3/activations").status()).isEqualTo(404);
    }

    @Test
    void doesNotActivateWhatLeansOnSomethingGone() {
        String material = material();
        save(
                sop,
                "{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[{\"type\":\"SEND\",\"material\":\"" + material
                        + "\"}]}");
        Patches.delete("/v1/brands/demo/materials/" + material, "1");

        Answer refused = act(sop + "/versions/1/activations");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.errors()).containsExactly("/definition/steps/0/material reference-unknown");
        assertThat(Api.get(sop + "/versions/1").at("definition", "steps", "0", "material"))
                .isEqualTo(material);
        assertThat(Api.get(sop).at("state")).isEqualTo("INACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-1"})
    void knowsNoOtherNumbers(String number) {
        assertThat(Api.get(sop + "/versions/" + number).status()).isEqualTo(404);
    }

    @Test
    void wantsANumber() {
        assertThat(Api.get(sop + "/versions/one").at("code")).isEqualTo("invalid-parameter");
        assertThat(Api.get(sop + "/versions/99999999999").at("code")).isEqualTo("invalid-parameter");
    }

    @Test
    void staysInsideTheBrand() {
        save(sop, byHand(""));
        String other = (sop + "/versions").replace("/demo/", "/live/");
        assertThat(Api.get(other, "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
        assertThat(Api.get(other + "/1", "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
        assertThat(Api.post(other, "{\"definition\":" + byHand("") + "}", "Authorization", Keys.ofOtherBrand())
                        .status())
                .isIn(404, 422);
    }

    @Test
    void describesWhatTheCoreReads() throws IOException {
        var body = Objects.requireNonNull(
                Api.bean(JsonMapper.class).readValue(SopVersionController.EXAMPLE, JsonNode.class));
        var example = Objects.requireNonNull(body.get("definition"));
        var anything = new SopNaming() {
            @Override
            public OptionalLong number(Kind kind, String text) {
                return OptionalLong.of(1);
            }

            @Override
            public String text(Kind kind, long number) {
                return "";
            }
        };
        assertThat(DefinitionReader.read(Trees.plain(example), anything))
                .isInstanceOf(DefinitionReader.Read.Understood.class);
    }
}
