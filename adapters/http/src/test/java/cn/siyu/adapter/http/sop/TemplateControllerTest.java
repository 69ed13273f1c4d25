package cn.siyu.adapter.http.sop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateControllerTest {
    private static final String DEFINITION = "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":["
            + "{\"type\":\"TASK\",\"kind\":\"CALL\",\"title\":\"总部回访\",\"script\":\"您好\"},"
            + "{\"type\":\"WAIT\",\"for\":\"P1D\"},"
            + "{\"type\":\"TASK\",\"kind\":\"CALL\",\"title\":\"再访\"}]}}";
    private static final String BOUNDS =
            "{\"mayOptOut\":true,\"steps\":[{\"step\":0,\"text\":true},{\"step\":1,\"shift\":\"PT2H\"}]}";
    private static final String TITLE = "{\"changes\":[{\"step\":0,\"set\":{\"title\":\"本店回访\"}}]}";

    private static final String STORE_1 = id(FactsWorld.STORE_1);
    private static final String STORE_2 = id(FactsWorld.STORE_2);

    private final String version = version();

    private static String version() {
        String sop = Api.post("/v1/brands/demo/sops", "{\"name\":\"总部模板\"}").header("Location");
        Answer saved = Api.post(sop + "/versions", DEFINITION);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        return sop + "/versions/1";
    }

    private static String id(DepartmentId department) {
        return IdType.DEPARTMENT.format(PublicId.of(DepartmentsContract.NOW, department.value(), department.value()));
    }

    private static Answer put(String path, String body, String... headers) {
        return Api.send(
                "PUT",
                path,
                body,
                Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    @Test
    void isNoneBeforeHeadOfficeSaysWhatMayBeChanged() {
        Answer none = Api.get(version + "/bounds");

        assertThat(none.status()).as(none.toString()).isEqualTo(200);
        assertThat(none.at("template")).isEqualTo("false");
        assertThat(none.at("version")).isEqualTo("0");
    }

    @Test
    void saysWhatMayBeChangedAndKnowsItsVersion() {
        Answer set = put(version + "/bounds", BOUNDS);
        Answer again = put(version + "/bounds", BOUNDS);
        Answer next = put(version + "/bounds", "{\"mayOptOut\":false}", "If-Match", String.valueOf(set.header("ETag")));

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.at("steps", "1", "shift")).isEqualTo("PT2H");
        assertThat(again.status()).isEqualTo(428);
        assertThat(next.at("version")).isEqualTo("2");
        assertThat(put(
                                version + "/bounds",
                                "{\"steps\":[{\"step\":9,\"text\":true}]}",
                                "If-Match",
                                String.valueOf(next.header("ETag")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void letsOnlyKeysOfTheWholeBrandSayWhatMayBeChanged() {
        String store = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));

        assertThat(put(version + "/bounds", BOUNDS, "Authorization", store).status())
                .isEqualTo(403);
    }

    @Test
    void letsAStoreSayOtherWordsWithinTheBounds() {
        put(version + "/bounds", BOUNDS);
        String store = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        String path = version + "/variants/" + STORE_1;
        Answer changed = put(path, TITLE, "Authorization", store);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("steps", "0", "title")).isEqualTo("本店回访");
        assertThat(changed.at("steps", "0", "from")).isEqualTo(STORE_1);
        assertThat(changed.at("steps", "2", "from")).isEqualTo("null");
        assertThat(changed.at("changedSteps", "0")).isEqualTo("0");
        assertThat(changed.at("version")).isEqualTo("1");
        assertThat(put(path, TITLE).status()).isEqualTo(428);
        assertThat(put(path, "{}", "If-Match", String.valueOf(changed.header("ETag")))
                        .count("changedSteps"))
                .isZero();
        assertThat(Api.get(version + "/variants/" + STORE_2, "Authorization", store)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatHeadOfficeDoesNotAllowWithThePlace() {
        String path = version + "/variants/" + STORE_1;
        assertThat(put(path, TITLE).status()).isEqualTo(409);
        put(version + "/bounds", BOUNDS);

        Answer fixed = put(path, "{\"changes\":[{\"step\":2,\"set\":{\"title\":\"x\"}}]}");
        Answer wrong = put(path, "{\"changes\":[{\"step\":0,\"set\":{\"titel\":\"x\"}}]}");

        assertThat(fixed.status()).as(fixed.toString()).isEqualTo(422);
        assertThat(fixed.at("errors", "0", "pointer")).isEqualTo("/changes/0");
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(422);
        assertThat(wrong.at("errors", "0", "pointer")).startsWith("/changes/0/set");
        assertThat(put(path, "{\"changes\":[{\"step\":0,\"set\":null}]}").status())
                .isEqualTo(422);
        assertThat(put(path, "{\"changes\":[{\"step\":1,\"set\":{\"for\":\"P9D\"}}]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void letsAStoreLeaveItOutAndTellsWhoDid() {
        put(version + "/bounds", BOUNDS);
        Answer out = put(version + "/variants/" + STORE_1, "{\"optedOut\":true}");

        assertThat(out.at("takesPart")).as(out.toString()).isEqualTo("false");
        assertThat(out.at("optedOutBy")).isEqualTo(STORE_1);
        assertThat(Api.get(version + "/variants/" + STORE_2).at("takesPart")).isEqualTo("true");
    }
}
