package cn.siyu.adapter.http.brand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.StaffMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffControllerTest {
    private static final String STAFF = "/v1/brands/demo/staff";
    private static final String DEPARTMENT =
            Api.post("/v1/brands/demo/departments", "{\"name\":\"成员测试\"}").at("id");

    @Test
    void addsAndChangesAPerson() {
        Answer added = add("{\"name\":\"张小店\",\"department\":\"" + DEPARTMENT + "\",\"externalId\":\"E1\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.at("department")).isEqualTo(DEPARTMENT);
        assertThat(added.at("active")).isEqualTo("true");
        assertThat(Api.get(String.valueOf(added.header("Location"))).text()).isEqualTo(added.text());
        Answer left = patch(added, "{\"active\":false}", "If-Match", String.valueOf(added.header("ETag")));
        assertThat(left.status()).as(left.toString()).isEqualTo(200);
        assertThat(left.at("active")).isEqualTo("false");
        assertThat(left.at("externalId")).isEqualTo("E1");
        assertThat(patch(added, "{\"active\":true}", "If-Match", String.valueOf(added.header("ETag")))
                        .status())
                .isEqualTo(412);
        assertThat(patch(added, "{\"active\":true}").status()).isEqualTo(428);
        assertThat(add("{\"name\":\"x\",\"department\":\"" + DEPARTMENT + "\",\"externalId\":\"E1\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void triesWithoutAdding() {
        Answer trial = Api.post(STAFF + "?validate=only", "{\"name\":\"试\",\"department\":\"" + DEPARTMENT + "\"}");
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(Api.get(STAFF + "/" + trial.at("id")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"}|/department|missing|422",
                "{\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"name\":\"x\"}|/department|reference-unknown|422",
                "{\"department\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"name\":\"x\"}|/department|wrong-id-type|400",
                "{\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"name\":\"x\",\"activ\":true}|/activ|unknown-property|422"
            })
    void saysWhatIsWrong(String body, String pointer, String code, int status) {
        Answer answer = add(body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void showsAPersonsKeyThatPersonOnly() {
        Answer one = add("{\"name\":\"甲\",\"department\":\"" + DEPARTMENT + "\"}");
        Answer other = add("{\"name\":\"乙\",\"department\":\"" + DEPARTMENT + "\"}");
        var number = Api.bean(StaffMembers.class)
                .byPublicId(World.DEMO, IdType.STAFF.inPath("x", one.at("id")))
                .orElseThrow()
                .id();
        String bearer = Keys.bearer(World.DEMO, new DataScope.Own(number), Scope.STAFF_READ);
        Answer list = Api.get(STAFF, "Authorization", bearer);
        assertThat(list.count("items")).isEqualTo(1);
        assertThat(list.at("items", "0", "name")).isEqualTo("甲");
        assertThat(Api.get(STAFF + "/" + other.at("id"), "Authorization", bearer)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        Answer added = add("{\"name\":\"丙\",\"department\":\"" + DEPARTMENT + "\"}");
        assertThat(Api.get(
                                "/v1/brands/live/staff/" + added.at("id"),
                                "Authorization",
                                "Bearer " + World.LIVE_KEY.text())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(STAFF + "/" + DEPARTMENT).at("code")).isEqualTo("wrong-id-type");
        assertThat(Api.post(STAFF, "{}", "Authorization", Keys.bearer(Scope.STAFF_READ))
                        .status())
                .isEqualTo(403);
    }

    private static Answer add(String body) {
        return Api.post(STAFF, body);
    }

    private static Answer patch(Answer member, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/merge-patch+json";
        return Api.send("PATCH", STAFF + "/" + member.at("id"), body, all);
    }
}
