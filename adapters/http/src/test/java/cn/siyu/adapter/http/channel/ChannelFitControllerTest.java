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

    private static Answer sized(double price, double inflow, double central, String size) {
        return Api.post(FITS, """
                {"price": %s, "complexity": 1, "inflowPerDay": %s, "purchasesPerYear": 2, "brandStrength": 0.3,
                 "ipStrength": 0.4, "referralShare": 0.1, "centrality": %s, "size": %s}
                """.formatted(price, inflow, central, size));
    }

    @Test
    void plansTheChannelThatTakesTheInflow() {
        Answer answer = sized(15, 6000, 1, """
                {"customers": 1800000, "people": 200, "scaleAccounts": 190, "backlog": 12000}""");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("capacity", "scale", "accountsNeeded")).isEqualTo("180");
        assertThat(answer.at("capacity", "scale", "members")).isEqualTo("180");
        assertThat(answer.at("capacity", "scale", "backlogDays")).isEqualTo("1");
        assertThat(answer.text()).contains("\"warnings\":[]", "\"personal\":null", "\"possible\":null");
    }

    @Test
    void saysSoIfThereAreTooFewPeopleAndWhatTheyCanDo() {
        Answer answer = sized(8000, 10, 0, """
                {"customers": 30000, "people": 5, "personalAccounts": 40, "wage": 9000, "marginPerCustomer": 1}""");
        assertThat(answer.at("operation")).isEqualTo("REFINED");
        assertThat(answer.at("capacity", "personal", "operatorsLeast")).isEqualTo("8");
        assertThat(answer.at("capacity", "personal", "load")).isEqualTo("OVER_COMFORT");
        assertThat(answer.text()).contains("\"warnings\":[\"TOO_FEW_PEOPLE\",\"OVER_COMFORT\",\"NOT_PAYING\"]");
        assertThat(answer.at("capacity", "possible", "operation")).isEqualTo("HYBRID");
        assertThat(answer.at("capacity", "possible", "members")).isEqualTo("3");
    }

    @Test
    void withoutASizeItPlansNothing() {
        assertThat(ask(15, 1, 6000, 1, 0.5).text()).contains("\"capacity\":null");
    }

    @Test
    void saysWhatIsWrongWithTheSize() {
        assertThat(sized(15, 1, 1, "{\"customers\": -1, \"marginPerCustomer\": 0}")
                        .text())
                .contains("/size/customers", "/size/marginPerCustomer");
    }
}
