package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import org.junit.jupiter.api.Test;

class ChannelFitControllerTest {
    private static final String FITS = "/v1/brands/demo/channel-fits";

    private static Answer ask(double price, double complexity, double inflow, double central, double marketing) {
        return Api.post(FITS, """
                {"price": %s, "complexity": %s, "inflowPerDay": %s, "purchasesPerYear": 2, "brandStrength": 0.3,
                 "ipStrength": 0.4, "referralShare": 0.1, "centrality": %s, "marketingShare": %s}
                """.formatted(price, complexity, inflow, central, marketing));
    }

    @Test
    void recommendsWithFactsAndEdition() {
        Answer answer = ask(15, 1, 6000, 1, 0.5);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("operation")).isEqualTo("PRECISION");
        assertThat(answer.at("reasons", "0", "term")).isEqualTo("HEAVY_INFLOW");
        assertThat(answer.at("reasons", "0", "fact")).isEqualTo("INFLOW");
        assertThat(answer.at("reasons", "0", "value")).isEqualTo("6000.0");
        assertThat(answer.at("policyEdition")).isEqualTo("channel-fit-1");
    }

    @Test
    void saysWhichWrongGuessWouldChangeIt() {
        Answer answer = ask(20000, 3, 200, 1, 0.5);
        assertThat(answer.at("operation")).isEqualTo("HYBRID");
        assertThat(answer.at("stable")).isEqualTo("false");
        assertThat(answer.text()).contains("\"fact\":\"CENTRAL\",\"value\":0.5,\"term\":null");
    }

    @Test
    void warnsOfAPlanThatDrivesCustomersAway() {
        assertThat(ask(120, 2, 30, 1, 0.8).at("weak")).isEqualTo("true");
        assertThat(ask(120, 2, 30, 1, 0.2).at("weak")).isEqualTo("false");
    }

    @Test
    void saysWhatIsWrongWithTheFacts() {
        Answer answer = Api.post(FITS, "{\"price\": -1, \"complexity\": 6, \"brandStrength\": 2}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains(
                        "/price", "/complexity", "/brandStrength", "/inflowPerDay", "/purchasesPerYear", "/centrality");
    }
}
