package cn.siyu.adapter.http.sop;

import static cn.siyu.adapter.http.sop.Sops.SOPS;
import static cn.siyu.adapter.http.sop.Sops.act;
import static cn.siyu.adapter.http.sop.Sops.actOnce;
import static cn.siyu.adapter.http.sop.Sops.active;
import static cn.siyu.adapter.http.sop.Sops.byHand;
import static cn.siyu.adapter.http.sop.Sops.path;
import static cn.siyu.adapter.http.sop.Sops.save;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.application.brand.Scope;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SopControllerTest {
    @Test
    void makesAndRenames() {
        Answer made = Api.post(SOPS, "{\"name\":\"新客欢迎\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("state")).isEqualTo("INACTIVE");
        assertThat(made.at("activeVersion")).isEqualTo("null");
        String path = String.valueOf(made.header("Location"));
        assertThat(Api.get(path).text()).isEqualTo(made.text());

        Answer renamed = Patches.patch(path, "{\"name\":\"唤醒\"}", "1");
        assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
        assertThat(renamed.at("name")).isEqualTo("唤醒");
        assertThat(renamed.at("version")).isEqualTo("2");
        assertThat(Patches.patch(path, "{\"name\":\"x\"}", "1").status()).isEqualTo(412);
        assertThat(Patches.blindly(path, "{\"name\":\"x\"}").status()).isEqualTo(428);
        assertThat(Api.get(SOPS + "?limit=500").text()).contains(made.at("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name missing",
                "{\"name\":\" \"}|/name empty",
                "{\"name\":\"x\",\"nmae\":\"x\"}|/nmae unknown-property",
                "{\"name\":\"x\",\"state\":\"ACTIVE\"}|/state read-only"
            })
    void saysWhatIsWrong(String body, String mistake) {
        Answer answer = Api.post(SOPS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(mistake);
    }

    @Test
    void countsNamesAsADatabaseDoes() {
        assertThat(Api.post(SOPS, "{\"name\":\"" + "字".repeat(100) + "\"}").status())
                .isEqualTo(201);
        assertThat(Api.post(SOPS, "{\"name\":\"" + "字".repeat(101) + "\"}").errors())
                .containsExactly("/name too-long");
        assertThat(Api.post(SOPS, "{\"name\":\"" + "😀".repeat(51) + "\"}").errors())
                .containsExactly("/name too-long");
    }

    @Test
    void runsPausesAndStops() {
        String sop = active("");
        assertThat(Api.get(sop).at("state")).isEqualTo("ACTIVE");
        assertThat(Api.get(sop).at("activeVersion")).isEqualTo("1");
        assertThat(act(sop + "/pauses").at("state")).isEqualTo("PAUSED");
        assertThat(act(sop + "/resumptions").at("state")).isEqualTo("ACTIVE");
        Answer twice = act(sop + "/resumptions");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.at("code")).isEqualTo("state-conflict");
        assertThat(act(sop + "/deactivations").at("state")).isEqualTo("INACTIVE");
        assertThat(Api.get(sop).at("activeVersion")).isEqualTo("1");
    }

    @Test
    void doesNotPauseWhatNeverRan() {
        assertThat(act(path() + "/pauses").at("code")).isEqualTo("state-conflict");
        assertThat(act(path() + "/deactivations").at("state")).isEqualTo("INACTIVE");
    }

    @Test
    void tellsWhoChangedItsStateWhenAndWhy() {
        String sop = active("");
        Api.post(sop + "/pauses", "{\"reason\":\"活动延期\"}");
        act(sop + "/resumptions");
        act(sop + "/deactivations?validate=only");

        Answer changes = Api.get(sop + "/changes");

        assertThat(changes.status()).as(changes.toString()).isEqualTo(200);
        assertThat(changes.at("items", "0", "kind")).isEqualTo("RESUMPTION");
        assertThat(changes.at("items", "0", "reason")).isEqualTo("null");
        assertThat(changes.at("items", "1", "kind")).isEqualTo("PAUSE");
        assertThat(changes.at("items", "1", "from")).isEqualTo("ACTIVE");
        assertThat(changes.at("items", "1", "to")).isEqualTo("PAUSED");
        assertThat(changes.at("items", "1", "reason")).isEqualTo("活动延期");
        assertThat(changes.at("items", "1", "changedBy")).startsWith("key_");
        assertThat(changes.at("items", "1", "changedAt")).endsWith("Z");
        assertThat(changes.at("items", "2", "kind")).isEqualTo("ACTIVATION");
        assertThat(changes.at("items", "2", "sopVersion")).isEqualTo("1");
        assertThat(changes.at("items", "3", "kind")).isEqualTo("PUBLICATION");
        assertThat(changes.count("items")).isEqualTo(4);
        Answer page = Api.get(sop + "/changes?limit=3");
        assertThat(Api.get(page.at("next")).at("items", "0", "kind")).isEqualTo("PUBLICATION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"why\":\"x\"}|/why unknown-property", "{\"reason\":7}|/reason wrong-type"})
    void refusesAReasonItDoesNotUnderstand(String body, String mistake) {
        String sop = active("");
        Answer answer = Api.post(sop + "/pauses", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(mistake);
        assertThat(Api.get(sop).at("state")).isEqualTo("ACTIVE");
    }

    @Test
    void tellsChangesOfSopsInTheBrandOnly() {
        String sop = active("");
        assertThat(Api.get(SOPS + "/sop_01kaj4v5x8e6rtz3m0w9q2c4hd/changes").status())
                .isEqualTo(404);
        assertThat(Api.get(sop.replace("/demo/", "/live/") + "/changes", "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(sop + "/changes", "Authorization", Keys.without(Scope.SOPS_READ))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void triesAChangeOfStateWithoutMakingIt() {
        String sop = path();
        save(sop, byHand(""));
        assertThat(act(sop + "/versions/1/activations?validate=only").at("state"))
                .isEqualTo("ACTIVE");
        assertThat(Api.get(sop).at("state")).isEqualTo("INACTIVE");
        assertThat(Api.get(sop + "/versions/1").at("publishedAt")).isEqualTo("null");
    }

    @Test
    void looksForItsAudienceWhenAsked() {
        String sop = active("\"audience\": \"customer.nickname = 'nobody'\",");
        assertThat(Api.get(sop).at("nextLookAt")).isEqualTo("null");
        assertThat(actOnce(sop + "/looks").at("nextLookAt")).isNotEqualTo("null");
        assertThat(act(sop + "/looks").at("code")).isEqualTo("idempotency-key-missing");
        assertThat(actOnce(active("") + "/looks").at("code")).isEqualTo("state-conflict");
        assertThat(actOnce(path() + "/looks").at("code")).isEqualTo("state-conflict");
    }

    @Test
    void makesOneForOneIntention() {
        String key = UUID.randomUUID().toString();
        Answer first = Api.post(SOPS, "{\"name\":\"x\"}", "Idempotency-Key", key);
        Answer again = Api.post(SOPS, "{\"name\":\"x\"}", "Idempotency-Key", key);
        assertThat(again.at("id")).isEqualTo(first.at("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Api.post(SOPS, "{\"name\":\"y\"}", "Idempotency-Key", key).at("code"))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void triesWithoutSaving() {
        Answer trial = Api.post(SOPS + "?validate=only", "{\"name\":\"x\"}");
        assertThat(trial.status()).isEqualTo(200);
        assertThat(Api.get(SOPS + "/" + trial.at("id")).status()).isEqualTo(404);
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        String sop = active("");
        assertThat(Api.get(sop.replace("/demo/", "/live/"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(SOPS + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code")).isEqualTo("wrong-id-type");
        assertThat(Api.get(SOPS, "Authorization", Keys.without(Scope.SOPS_READ)).status())
                .isEqualTo(403);
        assertThat(Api.post(SOPS, "{\"name\":\"x\"}", "Authorization", Keys.without(Scope.SOPS_WRITE))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pauses",
                "/resumptions",
                "/deactivations",
                "/looks",
                "/versions/1/publications",
                "/versions/1/activations"
            })
    void changesNoStateWithoutARight(String change) {
        String sop = active("");
        assertThat(Api.send(
                                "POST",
                                (sop + change).replace("/demo/", "/live/"),
                                null,
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Authorization",
                                Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.send("POST", sop + change, null, "Authorization", Keys.without(Scope.SOPS_WRITE))
                        .status())
                .isEqualTo(403);
    }
}
