package cn.siyu.adapter.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.World;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBodyOverTheWireTest {
    private static final String PARCEL =
            "{\"name\":\"茶\",\"items\":[{\"sku\":\"a\",\"count\":1}],\"sentAt\":\"2026-01-01T00:00:00Z\"}";

    @Test
    void answersWithEveryPropertyAndMilliseconds() {
        var answer = Api.post("/v1/brands/demo/parcels", PARCEL);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"name\":\"茶\",\"note\":null,\"sentAt\":\"2026-01-01T00:00:00.000Z\",\"items\":[{\"sku\":\"a\",\"count\":1}]}");
    }

    @Test
    void listsMistakesWithPointers() {
        var answer = Api.post(
                "/v1/brands/demo/parcels", "{\"name\":\"a\",\"items\":[{\"sku\":\"a\",\"count\":0},{\"count\":1}]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("code")).isEqualTo("invalid-body");
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo("/items/0/count");
        assertThat(answer.at("errors", "1", "pointer")).isEqualTo("/items/1/sku");
        assertThat(answer.at("errors", "1", "code")).isEqualTo("missing");
    }

    @Test
    void refusesABodyAboveTheLimit() {
        var answer = Api.post("/v1/brands/demo/parcels", "{\"note\":\"" + "x".repeat(JsonLimits.MOST_BYTES) + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.at("code")).isEqualTo("body-too-large");
        assertThat(answer.at("detail")).contains(Integer.toString(JsonLimits.MOST_BYTES));
    }

    @Test
    void refusesABodyAboveTheLimitThatDoesNotSayItsLength() throws IOException {
        try (var socket = new Socket("localhost", Api.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked"));
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 17; i++) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void waitsForABodyThatComesInPieces() throws IOException {
        byte[] body = PARCEL.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("localhost", Api.port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head("Content-Length: " + body.length));
            for (byte each : body) {
                out.write(each);
                out.flush();
            }
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void refusesAMissingBodyAndAWrongMediaType() {
        assertThat(Api.post("/v1/brands/demo/parcels", "").at("code")).isEqualTo("body-missing");
        var answer = Api.send("POST", "/v1/brands/demo/parcels", PARCEL, "Content-Type", "text/plain");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
        assertThat(answer.at("code")).isEqualTo("unsupported-media-type");
    }

    private static byte[] head(String header) {
        return ("POST /v1/brands/demo/parcels HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + World.KEY.text()
                        + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
