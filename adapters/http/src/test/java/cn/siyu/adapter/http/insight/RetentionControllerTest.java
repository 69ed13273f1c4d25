package cn.siyu.adapter.http.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import org.junit.jupiter.api.Test;

class RetentionControllerTest {
    private static final String PATH = "/v1/brands/demo/reports/retention";

    @Test
    void drawsACurveForEachGroup() {
        Answer report = Api.get(PATH + "?by=STAFF&fromOn=2026-01-01&toOn=2026-03-01");

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.at("by")).isEqualTo("STAFF");
        assertThat(report.at("more")).isEqualTo("false");
        assertThat(report.at("items", "0", "id"))
                .isEqualTo(IdType.STAFF.format(FactsWorld.publicId(FactsWorld.ADA.value())));
        assertThat(report.at("items", "0", "relationships")).isEqualTo("20");
        assertThat(report.at("items", "0", "lost")).isEqualTo("1");
        assertThat(report.at("items", "0", "points", "4", "days")).isEqualTo("30");
        assertThat(report.at("items", "0", "points", "4", "atRisk")).isEqualTo("18");
        assertThat(report.at("items", "0", "points", "4", "share")).isEqualTo("0.95");
        assertThat(Double.parseDouble(report.at("items", "0", "points", "4", "lower")))
                .isBetween(.7, .95);
    }

    @Test
    void goesByMonthIfNothingElseIsAsked() {
        assertThat(Api.get(PATH).at("items", "0", "code")).isEqualTo("2026-02");
    }

    @Test
    void saysWhatItCanGroupBy() {
        Answer refused = Api.get(PATH + "?by=SOURCES");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("errors", "0", "pointer")).as(refused.toString()).isNotNull();
        assertThat(refused.toString()).contains("SOURCE");
        assertThat(Api.get(PATH + "?fromOn=2026-03-02&toOn=2026-03-01").status())
                .isEqualTo(400);
    }

    @Test
    void tellsAKeyOnlyOfAccountsThatItSees() {
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
        assertThat(Api.get(PATH, "Authorization", bo).count("items")).isZero();
    }
}
