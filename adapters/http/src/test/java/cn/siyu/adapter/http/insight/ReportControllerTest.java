package cn.siyu.adapter.http.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportControllerTest {
    private static final String REPORTS = "/v1/brands/demo/reports/";
    private static final String DAY = "?fromOn=2026-03-01&toOn=2026-03-01";

    @Test
    void countsCustomersByStageAndSource() {
        Answer funnel = Api.get(REPORTS + "funnel" + DAY);

        assertThat(funnel.status()).as(funnel.toString()).isEqualTo(200);
        assertThat(funnel.at("customers")).isEqualTo("42");
        assertThat(funnel.at("items", "0", "contactWay")).isEqualTo("一店收银台");
        assertThat(funnel.at("items", "0", "stage")).isEqualTo("INTEREST");
        assertThat(funnel.at("items", "1", "source")).isEqualTo("null");
    }

    @Test
    void tellsWhatCameOfEachSop() {
        Answer sops = Api.get(REPORTS + "sops" + DAY);

        assertThat(sops.status()).as(sops.toString()).isEqualTo(200);
        assertThat(sops.at("items", "0", "refused", "0", "reason")).isEqualTo("BRAND_CAP");
        assertThat(sops.at("items", "0", "refused", "1", "reason")).isEqualTo("GAP");
        assertThat(sops.at("items", "0", "refused", "2", "count")).isEqualTo("1");
        assertThat(sops.at("items", "0", "responseRate")).isEqualTo("0.333333");
        assertThat(sops.at("items", "0", "conversionRate")).isEqualTo("0.1");
        assertThat(sops.at("items", "0", "lossRate")).isEqualTo("0.033333");
        assertThat(sops.at("items", "0", "lastTouch", "amountMinor")).isEqualTo("2500");
        assertThat(sops.at("items", "0", "lastTouch", "currency")).isEqualTo("CNY");
        assertThat(sops.at("items", "1", "responseRate")).isEqualTo("null");
    }

    @Test
    void followsMonths() {
        Answer cohorts = Api.get(REPORTS + "cohorts" + DAY);

        assertThat(cohorts.at("items", "0", "month")).isEqualTo("2026-02");
        assertThat(cohorts.at("items", "0", "liveRate")).isEqualTo("0.666667");
        assertThat(cohorts.at("items", "0", "lostWithin", "0", "days")).isEqualTo("1");
        assertThat(cohorts.at("items", "0", "lostWithin", "1", "rate")).isEqualTo("0.333333");
    }

    @Test
    void listsWhatAccountsWereAskedToSend() {
        String ada = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
        String bo = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_BO.value()));

        Answer first = Api.get(REPORTS + "send-records" + DAY + "&limit=2&account=" + ada);
        Answer second = Api.get(first.at("next"));

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.count("items")).isEqualTo(2);
        assertThat(first.at("items", "0", "batch")).startsWith("bat_");
        assertThat(first.at("items", "0", "confirmedAt")).isEqualTo("null");
        assertThat(second.at("items", "0", "delivered")).isEqualTo("90");
        assertThat(second.at("next")).isEqualTo("null");
        assertThat(Api.get(REPORTS + "send-records" + DAY + "&account=" + bo).count("items"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel", "sops", "cohorts", "send-records", "touchpoints"})
    void tellNothingOfOtherDaysOrOfOthersCustomers(String report) {
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
        String store1 = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));

        assertThat(Api.get(REPORTS + report + "?fromOn=2026-03-02&toOn=2026-03-05")
                        .count("items"))
                .isZero();
        assertThat(Api.get(REPORTS + report + DAY, "Authorization", bo).count("items"))
                .isZero();
        assertThat(Api.get(REPORTS + report + DAY, "Authorization", store1).count("items"))
                .isPositive();
        assertThat(Api.get(REPORTS + report + DAY, "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(REPORTS + report + DAY, "Authorization", Keys.without(Scope.REPORTS_READ))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "fromOn=yesterday,fromOn,invalid-parameter",
        "toOn=2026-02-30,toOn,invalid-parameter",
        "fromOn=2026-03-02&toOn=2026-03-01,fromOn,invalid-parameter",
        "fromOn=2020-01-01&toOn=2026-03-01,fromOn,invalid-parameter",
        "from=2026-03-01,from,unknown-parameter",
    })
    void refusePeriodsThatMakeNoSense(String query, String parameter, String code) {
        for (String report : List.of("funnel", "sops", "cohorts", "send-records", "touchpoints", "journey")) {
            Answer answer = Api.get(REPORTS + report + "?" + query);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.at("errors", "0", "parameter")).isEqualTo(parameter);
            assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
        }
    }

    @Test
    void countsWhatHappenedAtEachTouchpoint() {
        Answer report = Api.get(REPORTS + "touchpoints" + DAY);

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.at("interactions")).isEqualTo("10");
        assertThat(report.at("items", "0", "touchpoint")).isEqualTo("LIVE");
        assertThat(report.at("items", "0", "customers")).isEqualTo("5");
    }

    @Test
    void drawsTheDecisionJourneyWithItsGaps() {
        Answer map = Api.get(REPORTS + "journey" + DAY);

        assertThat(map.status()).as(map.toString()).isEqualTo(200);
        assertThat(map.count("items")).isEqualTo(5);
        assertThat(map.at("items", "1", "step")).isEqualTo("INFORMATION");
        assertThat(map.at("items", "1", "gap")).isEqualTo("true");
        assertThat(map.at("items", "1", "usuallyServedBy", "0")).isEqualTo("SEARCH");
        assertThat(map.at("items", "2", "touchpoints", "0", "touchpoint")).isEqualTo("LIVE");
        assertThat(map.at("items", "2", "total")).isEqualTo("7");
        assertThat(map.at("items", "3", "touchpoints", "0", "count")).isEqualTo("2");
        assertThat(map.at("items", "3", "touchpoints", "1", "touchpoint")).isEqualTo("UNKNOWN");
        assertThat(map.at("gaps", "1")).isEqualTo("AFTER");
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
        assertThat(Api.get(REPORTS + "journey" + DAY, "Authorization", bo).count("gaps"))
                .isEqualTo(5);
    }

    @Test
    void listsTouchpointsAndKinds() {
        Answer all = Api.get("/v1/brands/demo/touchpoints");

        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        assertThat(all.at("touchpoints", "0", "code")).isEqualTo("CHAT");
        assertThat(all.at("touchpoints", "1", "serves", "0")).isEqualTo("COMPARISON");
        assertThat(all.at("kinds", "0", "response")).isEqualTo("true");
        assertThat(Api.get("/v1/brands/demo/touchpoints", "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void coverTheLastDaysIfNoneAreNamed() {
        Answer funnel = Api.get(REPORTS + "funnel?toOn=2026-03-10");
        assertThat(funnel.at("fromOn")).isEqualTo("2026-02-09");
        assertThat(funnel.at("toOn")).isEqualTo("2026-03-10");
    }
}
