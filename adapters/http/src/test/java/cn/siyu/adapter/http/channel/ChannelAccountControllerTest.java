package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.Departments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelAccountControllerTest {
    private static final String ACCOUNTS = "/v1/brands/demo/channel-accounts";

    @Test
    void takesAnAccountIntoUseWithWhatThePoliciesSay() {
        Answer added = Api.post(ACCOUNTS, Shop.account(""));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.at("staff")).isEqualTo(Shop.MEMBER);
        assertThat(added.at("department")).isEqualTo(Shop.DEPARTMENT);
        assertThat(added.at("dailyCap")).isEqualTo("100");
        assertThat(added.at("state")).isEqualTo("ACTIVE");
        assertThat(added.at("load", "customers")).isEqualTo("0");
        assertThat(added.at("hours", "from")).isEqualTo("00:00");
        Answer read = Api.get(String.valueOf(added.header("Location")));
        assertThat(read.text()).isEqualTo(added.text());
    }

    @Test
    void changesCapsHoursAndState() {
        Answer added = Api.post(
                ACCOUNTS,
                Shop.account(",\"totalCap\":500,\"dailyCap\":10,"
                        + "\"hours\":{\"from\":\"09:00\",\"until\":\"21:00\",\"days\":[\"MONDAY\",\"FRIDAY\"]}"));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        String path = ACCOUNTS + "/" + added.at("id");
        Answer changed =
                Patches.patch(path, "{\"dailyCap\":20,\"state\":\"PAUSED\",\"hours\":{\"until\":\"22:30\"}}", "1");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("dailyCap")).isEqualTo("20");
        assertThat(changed.at("totalCap")).isEqualTo("500");
        assertThat(changed.at("state")).isEqualTo("PAUSED");
        assertThat(changed.at("hours", "from")).isEqualTo("09:00");
        assertThat(changed.at("hours", "until")).isEqualTo("22:30");
        assertThat(Patches.patch(path, "{\"dailyCap\":30}", "1").status()).isEqualTo(412);
        assertThat(Patches.blindly(path, "{\"dailyCap\":30}").status()).isEqualTo(428);
        Answer fixed = Patches.patch(path, "{\"address\":\"other\",\"load\":{}}", "2");
        assertThat(fixed.status()).isEqualTo(422);
        assertThat(fixed.count("errors")).isEqualTo(2);
    }

    @Test
    void takesTheSameAccountOnce() {
        String body = Shop.account("");
        assertThat(Api.post(ACCOUNTS + "?validate=only", body).status()).isEqualTo(200);
        assertThat(Api.post(ACCOUNTS, body).status()).isEqualTo(201);
        Answer again = Api.post(ACCOUNTS, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("errors", "0", "pointer")).isEqualTo("/address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"dailyCap\":0|/dailyCap|out-of-range|422",
                ",\"dayCap\":1|/dayCap|unknown-property|422",
                ",\"hours\":{\"from\":\"9\"}|/hours/from|bad-format|422",
                ",\"hours\":{\"days\":[\"FUNDAY\"]}|/hours/days/0|not-one-of|422",
                ",\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\"|/department|reference-unknown|422",
                ",\"department\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\"|/department|wrong-id-type|400",
                ",\"state\":\"PAUSED\"|/state|read-only|422"
            })
    void saysWhatIsWrong(String more, String pointer, String code, int status) {
        Answer answer = Api.post(ACCOUNTS, Shop.account(more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Answer answer = Api.post(
                ACCOUNTS,
                "{\"channel\":\"MAIL\",\"connection\":\"main\",\"address\":\"a\",\"name\":\"x\",\"staff\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("\"/channel\"")
                .contains("\"/staff\"")
                .contains("in-memory");
    }

    @Test
    void staysInsideTheBrandTheScopeAndWhatTheKeySees() {
        String path = ACCOUNTS + "/" + Shop.accountId();
        assertThat(Api.get(path.replace("/demo/", "/live/"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(ACCOUNTS + "/" + Shop.MEMBER).at("code")).isEqualTo("wrong-id-type");
        assertThat(Api.post(ACCOUNTS, "{}", "Authorization", Keys.bearer(Scope.CHANNEL_ACCOUNTS_READ))
                        .status())
                .isEqualTo(403);
        var other = Api.post("/v1/brands/demo/departments", "{\"name\":\"他处\"}").at("id");
        var number = Api.bean(Departments.class)
                .byPublicId(World.DEMO, IdType.DEPARTMENT.inPath("x", other))
                .orElseThrow()
                .id();
        String elsewhere = Keys.seeing(new DataScope.OneDepartment(number));
        assertThat(Api.get(path, "Authorization", elsewhere).status()).isEqualTo(404);
        assertThat(Api.get(ACCOUNTS, "Authorization", elsewhere).count("items")).isZero();
    }
}
