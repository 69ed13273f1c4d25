package cn.siyu.adapter.http.brand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.Departments;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartmentControllerTest {
    private static final String DEPARTMENTS = "/v1/brands/demo/departments";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Test
    void addsAStoreUnderADepartment() {
        Answer north = add("{\"name\":\"北区\"}");
        assertThat(north.status()).as(north.toString()).isEqualTo(201);
        assertThat(north.at("kind")).isEqualTo("DEPARTMENT");
        assertThat(north.at("parent")).isEqualTo("null");
        String key = key();
        Answer store = add("{\"name\":\"人民路店\",\"kind\":\"STORE\",\"externalId\":\"" + key + "\",\"parent\":\""
                + north.at("id") + "\",\"timeZone\":\"Asia/Urumqi\",\"address\":\"人民路 1 号\"}");
        assertThat(store.status()).as(store.toString()).isEqualTo(201);
        assertThat(store.at("parent")).isEqualTo(north.at("id"));
        assertThat(Api.get(String.valueOf(store.header("Location"))).text()).isEqualTo(store.text());
        assertThat(Api.get(DEPARTMENTS + "?externalId=" + key).at("items", "0", "id"))
                .isEqualTo(store.at("id"));
        assertThat(Api.get(DEPARTMENTS + "?kind=STORE&limit=500").text())
                .contains(store.at("id"))
                .doesNotContain("\"id\":\"" + north.at("id"));
        Answer taken = add("{\"name\":\"x\",\"externalId\":\"" + key + "\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("errors", "0", "pointer")).isEqualTo("/externalId");
    }

    @Test
    void movesADepartmentButNotBelowItself() {
        Answer upper = add("{\"name\":\"上级\"}");
        Answer lower = add("{\"name\":\"下级\",\"parent\":\"" + upper.at("id") + "\"}");
        Answer moved = patch(lower, "{\"parent\":null,\"name\":\"独立\"}", "1");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.at("parent")).isEqualTo("null");
        assertThat(patch(upper, "{\"parent\":\"" + lower.at("id") + "\"}", "1").status())
                .isEqualTo(200);
        Answer circle = patch(lower, "{\"parent\":\"" + upper.at("id") + "\"}", "2");
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.at("errors", "0", "code")).isEqualTo("not-allowed");
        assertThat(circle.at("errors", "0", "pointer")).isEqualTo("/parent");
        assertThat(patch(lower, "{\"name\":\"x\"}", "1").status()).isEqualTo(412);
        assertThat(Api.send("PATCH", DEPARTMENTS + "/" + lower.at("id"), "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void triesWithoutAdding() {
        Answer trial = Api.post(DEPARTMENTS + "?validate=only", "{\"name\":\"试\"}");
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(Api.get(DEPARTMENTS + "/" + trial.at("id")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name|missing|422",
                "{\"name\":\"x\",\"nmae\":1}|/nmae|unknown-property|422",
                "{\"name\":\"x\",\"kind\":\"SHOP\"}|/kind|not-one-of|422",
                "{\"name\":\"x\",\"parent\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\"}|/parent|reference-unknown|422",
                "{\"name\":\"x\",\"parent\":\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"}|/parent|wrong-id-type|400",
                "{\"name\":\"x\",\"id\":\"dep_1\"}|/id|read-only|422"
            })
    void saysWhatIsWrong(String body, String pointer, String code, int status) {
        Answer answer = add(body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void showsAKeyOfADepartmentNoMoreThanThat() {
        Answer upper = add("{\"name\":\"可见\"}");
        Answer lower = add("{\"name\":\"可见下级\",\"parent\":\"" + upper.at("id") + "\"}");
        Answer other = add("{\"name\":\"他处\"}");
        var number = Api.bean(Departments.class)
                .byPublicId(World.DEMO, IdType.DEPARTMENT.inPath("x", upper.at("id")))
                .orElseThrow()
                .id();
        String bearer = Keys.bearer(
                World.DEMO, new DataScope.DepartmentTree(number), Scope.DEPARTMENTS_READ, Scope.DEPARTMENTS_WRITE);
        assertThat(Api.get(DEPARTMENTS, "Authorization", bearer).count("items")).isEqualTo(2);
        assertThat(Api.get(DEPARTMENTS + "/" + lower.at("id"), "Authorization", bearer)
                        .status())
                .isEqualTo(200);
        assertThat(Api.get(DEPARTMENTS + "/" + other.at("id"), "Authorization", bearer)
                        .status())
                .isEqualTo(404);
        Answer root = Api.post(DEPARTMENTS, "{\"name\":\"根\"}", "Authorization", bearer);
        assertThat(root.at("errors", "0", "pointer")).as(root.toString()).isEqualTo("/parent");
    }

    @Test
    void pagesInTheOrderOfCreation() {
        add("{\"name\":\"一\"}");
        add("{\"name\":\"二\"}");
        Answer first = Api.get(DEPARTMENTS + "?limit=1");
        assertThat(first.count("items")).isEqualTo(1);
        Answer second = Api.get(first.at("next"));
        assertThat(second.at("items", "0", "id")).isNotEqualTo(first.at("items", "0", "id"));
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        String path = DEPARTMENTS + "/" + add("{\"name\":\"x\"}").at("id");
        String foreign = path.replace("/demo/", "/live/");
        assertThat(Api.get(foreign, "Authorization", "Bearer " + World.LIVE_KEY.text())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(foreign).status()).isEqualTo(404);
        assertThat(Api.get(DEPARTMENTS + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code"))
                .isEqualTo("wrong-id-type");
        Answer refused =
                Api.post(DEPARTMENTS, "{\"name\":\"x\"}", "Authorization", Keys.bearer(Scope.DEPARTMENTS_READ));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("detail")).contains("departments:write");
    }

    private static Answer add(String body) {
        return Api.post(DEPARTMENTS, body);
    }

    private static Answer patch(Answer department, String body, String version) {
        return Api.send(
                "PATCH",
                DEPARTMENTS + "/" + department.at("id"),
                body,
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "\"" + version + "\"");
    }

    private static String key() {
        return "shop-" + NUMBERS.incrementAndGet();
    }
}
