package cn.siyu.adapter.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsOverTheWireTest {
    @Test
    void tellsThatAPathDoesNotExist() {
        isProblem(Api.get("/nowhere"), 404, "route-not-found");
    }

    @Test
    void tellsWhichMethodsAreTaken() {
        Answer answer = Api.send("DELETE", "/v1/brands/demo/parcels", null);
        isProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("POST");
        assertThat(answer.at("detail")).contains("DELETE").contains("POST");
    }

    @Test
    void tellsThatItHasOnlyJson() {
        isProblem(Api.get("/v1/brands/demo/parcels/by-framework?count=1", "Accept", "text/csv"), 406, "not-acceptable");
    }

    @Test
    void namesAParameterThatTheFrameworkCannotRead() {
        Answer answer = Api.get("/v1/brands/demo/parcels/by-framework?count=many");
        isProblem(answer, 400, "invalid-parameter");
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo("count");
        assertThat(answer.text()).doesNotContain("convert").doesNotContain("int");
    }

    @Test
    void doesNotPassOnAParsersText() {
        Answer answer = Api.post("/v1/brands/demo/parcels/by-framework", "{\"a\": }");
        isProblem(answer, 400, "malformed-json");
        assertThat(answer.text()).doesNotContain("Unexpected").doesNotContain("expected a valid value");
    }

    @Test
    void refusesAMediaTypeThatTheRouteDoesNotTake() {
        isProblem(Api.post("/v1/brands/demo/parcels/upload", "{}"), 415, "unsupported-media-type");
    }

    @Test
    void masksAFaultAndNamesItsTrace() {
        Answer answer = Api.get("/v1/brands/demo/parcels/broken/fault", "X-Request-Id", "abc-1");
        isProblem(answer, 500, "internal-error");
        assertThat(answer.text()).doesNotContain("SELECT").doesNotContain("IllegalState");
        assertThat(answer.at("traceId")).isEqualTo("abc-1");
        assertThat(answer.header("X-Request-Id")).isEqualTo("abc-1");
    }

    @Test
    void answersInChineseWhenAsked() {
        Answer answer = Api.get("/nowhere", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(answer.at("title")).isEqualTo("路径不存在");
        assertThat(answer.header("Content-Language")).isEqualTo("zh-CN");
    }

    @Test
    void honoursATraceAndRefusesASpoiltRequestId() {
        Answer answer = Api.get(
                "/nowhere",
                "X-Request-Id",
                "two words",
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(answer.at("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(answer.header("X-Request-Id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void answersABrokenRequestLineWithoutASecret() throws IOException {
        assertThat(raw("GET /v1/brands/demo/parcels/%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + World.KEY.text() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("malformed-request");
        assertThat(raw("GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + World.KEY.text()
                        + "\r\nConnection: close\r\n\r\n"))
                .contains(" 413 ")
                .contains("application/problem+json");
    }

    @Test
    void refusesAnAddressThatIsNotPercentEncodedRatherThanFindNothing() throws IOException {
        String bytes = new String("老王".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String address : List.of(
                "/v1/brands/demo/parcels?q=" + bytes,
                "/v1/brands/demo/parcels?q=\u00e9",
                "/v1/brands/" + bytes + "/parcels")) {
            assertThat(raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + World.KEY.text()
                            + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "malformed-request", "--data-urlencode");
        }
    }

    @Test
    void servesTheCatalogueInBothLanguages() {
        assertThat(Api.get("/problems").count("items")).isEqualTo(ProblemCode.values().length);
        assertThat(Api.get("/problems/wrong-id-type?lang=zh").at("title")).isEqualTo("编号类型不符");
        assertThat(Api.get("/problems/wrong-id-type").at("title")).isEqualTo("An id of another kind of resource");
        isProblem(Api.get("/problems/no-such"), 404, "not-found");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", Api.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.at("code")).isEqualTo(code);
        assertThat(answer.at("type")).isEqualTo("/problems/" + code);
        assertThat(answer.at("status")).isEqualTo(Integer.toString(status));
        assertThat(answer.at("title")).isNotBlank();
        assertThat(answer.at("instance")).startsWith("/");
        assertThat(answer.at("errors")).isNotEqualTo("-");
    }
}
