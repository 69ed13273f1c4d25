package cn.siyu.adapter.http.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import org.junit.jupiter.api.Test;

class ExecutionControllerTest {
    private static final String REPORT = "/v1/brands/demo/reports/execution";

    @Test
    void showsWhatWasDoneInTimeOfAllThatWasAsked() {
        Answer report = Api.get(REPORT + "?by=DEPARTMENT&fromOn=2026-02-01&toOn=2026-02-28");

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.at("by")).isEqualTo("DEPARTMENT");
        assertThat(report.at("fromOn")).isEqualTo("2026-02-01");
        assertThat(report.at("items", "0", "id")).startsWith("dep_");
        assertThat(report.at("items", "0", "rate")).isEqualTo("0.642857");
        assertThat(Api.get(REPORT + "?by=STAFF").at("items", "0", "id")).startsWith("stf_");
        assertThat(Api.get(REPORT).at("by")).isEqualTo("STORE");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(Api.get(REPORT + "?by=SHOP").at("errors", "0", "parameter")).isEqualTo("by");
        assertThat(Api.get(REPORT + "?sop=tsk_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code"))
                .isEqualTo("wrong-id-type");
        assertThat(Api.get(REPORT + "?fromOn=2026-03-02&toOn=2026-03-01").status())
                .isEqualTo(400);
    }
}
