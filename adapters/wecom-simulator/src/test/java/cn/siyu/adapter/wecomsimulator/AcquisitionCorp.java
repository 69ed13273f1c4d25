package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A corp that may acquire customers by links, and an app that is told of them.
abstract class AcquisitionCorp {
    static final String PRIVILEGED =
            ",\"acquisition\":{\"category\":\"PRIVILEGED\",\"uses\":21,\"expiresAt\":\"2026-03-20T02:00:00Z\"}";
    final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    final TestClient client = new TestClient(simulator);
    final CallbackReceiver application = new CallbackReceiver(0);

    @BeforeEach
    void loadCorp() {
        load(PRIVILEGED);
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    void load(String more) {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        client.control(
                "POST",
                "",
                TestClient.corp(more)
                        .replace("\"secret-of-1000003\",\"customerContact\":false", "\"secret-of-1000003\""));
        client.control("PUT", "/apps/1000002/callback", application.settings());
        application.events().clear();
    }

    static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    JsonNode link(String name, String body) {
        return client.contact("customer_acquisition/" + name, body);
    }

    String made(String users) {
        return link("create_link", "{'link_name':'春天','range':{'user_list':%s}}".formatted(users))
                .path("link")
                .path("link_id")
                .asText();
    }

    JsonNode add(String link, String more) {
        return client.act("{\"type\":\"ADD_BY_LINK\",\"link\":\"%s\"%s}".formatted(link, more));
    }

    List<String> told() {
        return application.events().stream()
                .filter(xml -> element(xml, "Event").equals("customer_acquisition"))
                .map(xml -> element(xml, "ChangeType"))
                .toList();
    }

    void step(String to) {
        client.control("POST", "/clock/steps", "{\"to\":\"" + to + "\"}");
    }
}
