package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.application.brand.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactWayControllerTest {
    private static final String WAYS = "/v1/brands/demo/contact-ways";
    private static final String ACCOUNT = Shop.accountId();
    private static final String OTHER = Shop.accountId();

    @Test
    void makesAPermanentLink() {
        Answer made = make("");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("link")).isEqualTo("http://localhost:" + Api.port() + "/l/" + made.at("code"));
        assertThat(made.at("sourceMark")).isEqualTo("cw-" + made.at("code"));
        assertThat(made.at("rule")).isEqualTo("LEAST_LOADED");
        assertThat(made.at("accounts", "0", "account")).isEqualTo(ACCOUNT);
        assertThat(made.at("accounts", "0", "qrCode")).isEqualTo("null");
        assertThat(Api.get(String.valueOf(made.header("Location"))).text()).isEqualTo(made.text());
        assertThat(Api.get(WAYS + "?limit=500").text()).contains(made.at("id"));
        Answer visit = Api.get("/l/" + made.at("code"), "Accept", "application/json");
        assertThat(visit.at("state")).as(visit.toString()).isEqualTo("WAITING");
    }

    @Test
    void changesWhoServesAndKeepsTheLink() {
        Answer made = make(",\"hook\":\"第二杯半价\"");
        String path = WAYS + "/" + made.at("id");
        Answer changed = Patches.patch(
                path,
                "{\"rule\":\"STICKY\",\"hook\":null,\"accounts\":[{\"account\":\"" + ACCOUNT + "\"},{\"account\":\""
                        + OTHER + "\",\"weight\":3}]}",
                "1");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("link")).isEqualTo(made.at("link"));
        assertThat(changed.at("rule")).isEqualTo("STICKY");
        assertThat(changed.at("hook")).isEqualTo("null");
        assertThat(changed.at("accounts", "1", "weight")).isEqualTo("3");
        Answer renamed = Patches.patch(path, "{\"name\":\"新海报\"}", "2");
        assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
        assertThat(renamed.count("accounts")).isEqualTo(2);
        assertThat(Patches.patch(path, "{\"name\":\"x\"}", "1").status()).isEqualTo(412);
        assertThat(Patches.blindly(path, "{\"name\":\"x\"}").status()).isEqualTo(428);
        assertThat(Patches.patch(path, "{\"code\":\"abcdef\"}", "3").at("errors", "0", "code"))
                .isEqualTo("read-only");
    }

    @Test
    void greetsWithAMaterial() {
        String material = Api.post("/v1/brands/demo/materials", "{\"name\":\"欢迎语\",\"text\":\"欢迎！\"}")
                .at("id");
        Answer made = make(",\"welcomeMaterial\":\"" + material + "\",\"department\":\"" + Shop.DEPARTMENT + "\"");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("welcomeMaterial")).isEqualTo(material);
        assertThat(made.at("department")).isEqualTo(Shop.DEPARTMENT);
    }

    @Test
    void archivesForGood() {
        Answer made = make("");
        String path = WAYS + "/" + made.at("id");
        Answer archived = Patches.delete(path, "1");
        assertThat(archived.status()).as(archived.toString()).isEqualTo(200);
        assertThat(archived.at("archivedAt")).isNotEqualTo("null");
        assertThat(Patches.patch(path, "{\"name\":\"x\"}", "2").status()).isEqualTo(410);
        assertThat(Patches.delete(path, "2").status()).isEqualTo(410);
        assertThat(Api.get(path).status()).isEqualTo(200);
        assertThat(Api.get(WAYS + "?limit=500").text()).doesNotContain(made.at("id"));
        assertThat(Api.get(WAYS + "?archived=true&limit=500").text()).contains(made.at("id"));
        assertThat(Api.get("/l/" + made.at("code"), "Accept", "application/json")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void triesWithoutMaking() {
        Answer trial = Api.post(WAYS + "?validate=only", body(""));
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(Api.get(WAYS + "/" + trial.at("id")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"}|/accounts|missing|422",
                "{\"name\":\"x\",\"accounts\":[]}|/accounts|too-few|422",
                "{\"name\":\"x\",\"accounts\":[{\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"}]}|/accounts/0/account|reference-unknown|422",
                "{\"name\":\"x\",\"accounts\":[{\"account\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\"}]}|/accounts/0/account|wrong-id-type|400",
                "{\"name\":\"x\",\"accounts\":[{\"acount\":\"x\"}]}|/accounts/0/acount|unknown-property|422",
                "{\"name\":\"x\",\"rule\":\"RANDOM\",\"accounts\":[{\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"}]}|/rule|not-one-of|422"
            })
    void saysWhatIsWrong(String body, String pointer, String code, int status) {
        Answer answer = Api.post(WAYS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        String path = WAYS + "/" + make("").at("id");
        assertThat(Api.get(path.replace("/demo/", "/live/"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(WAYS + "/" + ACCOUNT).at("code")).isEqualTo("wrong-id-type");
        assertThat(Api.post(WAYS, body(""), "Authorization", Keys.without(Scope.CONTACT_WAYS_WRITE))
                        .status())
                .isEqualTo(403);
    }

    private static Answer make(String more) {
        return Api.post(WAYS, body(more));
    }

    private static String body(String more) {
        return "{\"name\":\"门口海报\",\"accounts\":[{\"account\":\"" + ACCOUNT + "\"}]" + more + "}";
    }
}
