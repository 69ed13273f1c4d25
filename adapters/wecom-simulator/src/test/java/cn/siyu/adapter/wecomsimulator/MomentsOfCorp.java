package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A corp with members and tagged customers whose moments are tried.
abstract class MomentsOfCorp {
    static final long NOW = 1772416800L;
    final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    final TestClient client = new TestClient(simulator);
    private int seconds;

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"tags":[{"group":"意向","names":["高","低"]}],
                "customers":[
                 {"externalUserId":"wmOne","followers":[{"userid":"staff-01","tags":["高"]},{"userid":"staff-02"}]},
                 {"externalUserId":"wmTwo","followers":[{"userid":"staff-01"}]},
                 {"externalUserId":"wmThree","followers":[{"userid":"staff-02","tags":["高"]}]}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    void stepTo(String time) {
        client.control("POST", "/clock/steps", "{\"to\":\"" + time + "\"}");
    }

    /// Five seconds pass.
    void later() {
        seconds += 5;
        stepTo(Instant.ofEpochSecond(NOW + seconds).toString());
    }

    String tag(String name) {
        var tags = client.contact("get_corp_tag_list", "{}").findValue("tag");
        for (var tag : tags) {
            if (tag.path("name").asText().equals(name)) {
                return tag.path("id").asText();
            }
        }
        throw new AssertionError(name);
    }

    JsonNode add(String more) {
        return client.contact("add_moment_task", "{'text':{'content':'新品'}%s}".formatted(more));
    }

    JsonNode result(JsonNode job) {
        return client.contactGet(
                "get_moment_task_result", "&jobid=" + job.path("jobid").asText());
    }

    /// Makes a moment, lets the job and the dispatch pass, and gives its id.
    String made(String more) {
        var job = add(more);
        assertThat(code(job)).as(job.toString()).isZero();
        later();
        return result(job).path("result").path("moment_id").asText();
    }

    void publish(String moment, String userid) {
        client.act("{\"type\":\"PUBLISH_MOMENT\",\"moment\":\"%s\",\"userid\":\"%s\"}".formatted(moment, userid));
    }

    JsonNode ask(String name, String moment, String userid) {
        return client.contact(name, "{'moment_id':'%s','userid':'%s'}".formatted(moment, userid));
    }

    JsonNode act(String type, String moment, String userid, String more) {
        return client.act(
                "{\"type\":\"%s\",\"moment\":\"%s\",\"userid\":\"%s\"%s}".formatted(type, moment, userid, more));
    }

    String attachment(String kind, byte[] file) {
        return client.upload("upload_attachment?attachment_type=1&media_type=" + kind, "media", file)
                .path("media_id")
                .asText();
    }

    static String images(String id, int count) {
        return ",'attachments':["
                + IntStream.range(0, count)
                        .mapToObj(_ -> "{'msgtype':'image','image':{'media_id':'%s'}}".formatted(id))
                        .collect(Collectors.joining(","))
                + "]";
    }
}
