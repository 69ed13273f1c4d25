package cn.siyu.adapter.http.trust;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.trust.CalibrationRun;
import cn.siyu.application.trust.CalibrationsContract;
import cn.siyu.application.trust.port.InMemoryCalibrations;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import cn.siyu.domain.trust.calibration.CalibrationReport.Objection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationControllerTest {
    private static final String ALL = "/v1/brands/demo/trust-calibrations";

    private static String done(CalibrationReport report) {
        long id = Api.bean(IdSource.class).next();
        var run = new CalibrationRun(
                id,
                FactsWorld.publicId(id),
                CalibrationRun.State.DONE,
                FactsWorld.publicId(1),
                World.NOW,
                World.NOW,
                report,
                null,
                2);
        Api.bean(InMemoryCalibrations.class).add(World.DEMO, run);
        return ALL + "/" + IdType.TRUST_CALIBRATION.format(run.publicId());
    }

    @Test
    void isAskedForOnceAtATime() {
        Answer begun = Api.post(ALL, "");
        Answer again = Api.post(ALL, "");

        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        assertThat(begun.at("state")).isEqualTo("WAITING");
        assertThat(begun.at("report")).isEqualTo("null");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("detail")).contains(begun.at("id"));
        Answer early = Api.post(begun.header("Location") + "/adoptions", "{}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(Api.get(ALL + "/" + begun.at("id")).at("id")).isEqualTo(begun.at("id"));
    }

    @Test
    void showsWhatItLearntAndHowWellItPredicts() {
        Answer shown = Api.get(done(CalibrationsContract.report(List.of())));

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("adoptable")).isEqualTo("true");
        assertThat(shown.at("report", "parts", "0", "learnt", "0", "proposed")).isEqualTo("2.5");
        assertThat(shown.at("report", "parts", "0", "inForce", "brier")).isEqualTo("0.2");
        assertThat(shown.at("report", "parts", "0", "brierChange", "upper")).isEqualTo("-0.01");
        assertThat(shown.at("report", "parts", "1", "objections", "0")).isEqualTo("TOO_FEW_OUTCOMES");
        assertThat(shown.at("report", "losses", "0", "bins", "0", "lost")).isEqualTo("12");
    }

    @Test
    void isForKeysThatSeeTheWholeBrand() {
        String store = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        String path = done(CalibrationsContract.report(List.of()));

        assertThat(Api.get(ALL, "Authorization", store).status()).isEqualTo(403);
        assertThat(Api.get(path, "Authorization", store).status()).isEqualTo(403);
        assertThat(Api.post(ALL, "", "Authorization", store).status()).isEqualTo(403);
        assertThat(Api.post(path + "/adoptions", "{}", "Authorization", store).status())
                .isEqualTo(403);
    }

    @Test
    void isNotAdoptedWhereTheRuleSaysNo() {
        Answer refused =
                Api.post(done(CalibrationsContract.report(List.of(Objection.NOT_BETTER))) + "/adoptions", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("detail")).contains("don't predict later months better", "fewer than 50 outcomes");
    }

    @Test
    void isNotAdoptedIntoThePast() {
        Answer refused =
                Api.post(done(CalibrationsContract.report(List.of())) + "/adoptions", "{\"fromOn\":\"2020-01-01\"}");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.at("errors", "0", "pointer")).isEqualTo("/fromOn");
    }

    @Test
    void becomesSettingsOfTheBrandOnce() {
        String path = done(CalibrationsContract.report(List.of()));
        Answer adopted = Api.post(path + "/adoptions", "{\"fromOn\":\"2027-01-01\"}");
        Answer again = Api.post(path + "/adoptions", "{}");

        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(adopted.at("adoptedFromOn")).isEqualTo("2027-01-01");
        assertThat(again.at("policyVersion")).isEqualTo(adopted.at("policyVersion"));
        assertThat(Api.bean(PolicyOverrides.class)
                        .all(World.DEMO, PolicyLine.of(PolicyKind.TRUST))
                        .getLast()
                        .values())
                .hasToString("{kinds={REPLIED={social=2.5}}}");
    }
}
