package cn.siyu.adapter.http.trust;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.application.trust.port.InMemoryTrustComparisons;
import cn.siyu.application.trust.port.TrustComparisons.Group;
import cn.siyu.domain.trust.compare.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrustComparisonControllerTest {
    private static final String REPORT = "/v1/brands/demo/reports/trust";

    @BeforeAll
    static void thereAreThreeChannels() {
        var comparisons = Api.bean(InMemoryTrustComparisons.class);
        comparisons.put(group("A", sample(20, 50)));
        comparisons.put(group("B", sample(20, 40)));
        comparisons.put(group("C", sample(9, 90)));
    }

    private static Sample sample(int count, double mean) {
        return new Sample(count, count * mean, count * (mean * mean + 4));
    }

    private static Group group(String name, Sample trust) {
        return new Group(null, name, name, null, trust, trust, trust);
    }

    @Test
    void showsMeansWithTheirIntervalsAndSaysWhereThereAreTooFew() {
        Answer report = Api.get(REPORT + "?by=CHANNEL");

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.at("relationships")).isEqualTo("49");
        assertThat(report.at("items", "0", "trust")).isEqualTo("50.0");
        assertThat(Double.parseDouble(report.at("items", "0", "trustInterval", "lower")))
                .isBetween(48.9, 49.1);
        assertThat(report.at("items", "0", "tooFew")).isEqualTo("false");
        assertThat(report.at("items", "2", "tooFew")).isEqualTo("true");
        assertThat(report.at("items", "2", "relationships")).isEqualTo("9");
        assertThat(report.at("items", "2", "trust")).isEqualTo("null");
        assertThat(report.at("items", "2", "above")).isEqualTo("null");
        assertThat(report.at("items", "1", "aboveInterval", "upper")).startsWith("-");
    }

    @Test
    void refusesAnUnknownGrouping() {
        Answer refused = Api.get(REPORT + "?by=STAF");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("errors", "0", "parameter")).isEqualTo("by");
        assertThat(refused.at("errors", "0", "detail")).contains("STAFF");
    }
}
