package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no well-behaved client writes, byte by byte.
class RawRequestTest {
    private static final String END = " HTTP/1.1\r\nHost: wecom\r\nConnection: close\r\n\r\n";
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%c3%28", "a|b", "{x}", "\\", "%00"})
    void givesAQueryThatNobodyEncodedTheErrcodeOfATokenThatIsNone(String token) throws IOException {
        var answer = told("GET /cgi-bin/externalcontact/list?userid=staff-01&access_token=" + token + END);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("Server: nginx\r\n", "Error-Code: 40014\r\n");
        assertThat(answer).contains("{\"errcode\":40014,");
    }

    @Test
    void refusesAMembersNameThatNobodyEncodedAsOneThatCannotBe() throws IOException {
        var answer = told("GET /cgi-bin/externalcontact/list?access_token=" + client.token() + "&userid=a|%zz" + END);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("{\"errcode\":40003,");
    }

    @Test
    void answersAPathThatNobodyEncodedWithAnEmpty404() throws IOException {
        assertThat(told("GET /cgi-bin/%zz/{list}" + END))
                .startsWith("HTTP/1.1 404 Not Found\r\n")
                .contains("Server: nginx\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void answersTheCallsOfOneConnectionInTheirOrder() throws IOException {
        var first = "GET /cgi-bin/externalcontact/list?access_token=1 HTTP/1.1\r\nHost: wecom\r\n\r\n";
        var second = "POST /cgi-bin/externalcontact/batch/get_by_user HTTP/1.1\r\nHost: wecom\r\n"
                + "Content-Length: 2\r\n\r\n{}";
        var answer = told(first + second + "GET /nowhere" + END);
        assertThat(answer.indexOf("40014")).isLessThan(answer.indexOf("41001"));
        assertThat(answer.indexOf("41001")).isLessThan(answer.indexOf("404 Not Found"));
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(4);
    }

    @Test
    void asksForTheBodyOfACallerWhoWaitsToBeAsked() throws IOException {
        var answer = told("POST /cgi-bin/externalcontact/batch/get_by_user HTTP/1.1\r\nHost: wecom\r\n"
                + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n").contains("\"errcode\":41001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: abc", "Content-Length: -1", "no header"})
    void refusesWhatIsNoHttpAndGoesOn(String header) throws IOException {
        assertThat(told("POST /cgi-bin/externalcontact/list HTTP/1.1\r\nHost: wecom\r\n" + header + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                .contains("Server: nginx\r\n");
        assertThat(client.exchange("GET", "/cgi-bin/externalcontact/list", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void spellsItsHeadersAsThePlatformDoes() throws IOException {
        var answer = told("GET /cgi-bin/externalcontact/list?access_token=x" + END);
        assertThat(answer)
                .contains(
                        "\r\nError-Code: ", "\r\nError-Msg: ", "\r\nContent-Type: application/json; charset=UTF-8\r\n");
    }

    private String told(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
