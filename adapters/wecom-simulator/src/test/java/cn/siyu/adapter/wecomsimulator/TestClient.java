package cn.siyu.adapter.wecomsimulator;

import cn.siyu.adapter.wecomsimulator.proof.Witness;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A raw HTTP client for a simulator's two sides.
final class TestClient {
    static final String CORP = "ww9c1d0e5b7a3f2468";
    static final String SECRET = "secret-of-1000002";
    /// A corp with an app, two departments, three members who serve customers and one who does not,
    /// and a clock at 10:00 in Shanghai.
    static final String SMALL_CORP = """
            {"corpId":"ww9c1d0e5b7a3f2468","name":"示例咖啡","clock":{"mode":"STEPPED","now":"2026-03-02T02:00:00Z"},
             "apps":[{"agentId":1000002,"secret":"secret-of-1000002"},
                     {"agentId":1000003,"secret":"secret-of-1000003","customerContact":false}],
             "departments":[{"id":1,"name":"示例咖啡"},{"id":7,"name":"一号店","parentId":1}],
             "staff":[{"userid":"staff-01","name":"成员甲","departments":[7]},{"userid":"staff-02","departments":[7]},
                      {"userid":"staff-03"},{"userid":"clerk","customerContact":false},
                      {"userid":"sleeper","status":4}]%s}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    TestClient(WeComSimulator simulator) {
        this(simulator.baseUrl());
    }

    TestClient(String base) {
        this.base = base;
    }

    /// A small corp with further fields, each with a comma in front.
    static String corp(String more) {
        return SMALL_CORP.formatted(more);
    }

    HttpResponse<String> exchange(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = send(request, BodyHandlers.ofString());
        Witness.answered(path, response.body());
        return response;
    }

    HttpResponse<byte[]> raw(String method, String path, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            Witness.answered(path, new String(response.body(), StandardCharsets.ISO_8859_1));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return json(exchange("GET", path, "").body());
    }

    JsonNode post(String path, String body) {
        return json(exchange("POST", path, body).body());
    }

    /// Calls the control API about the small corp and expects success.
    JsonNode control(String method, String path, String body) {
        var making = path.isEmpty() && method.equals("POST");
        var response = exchange(method, "/simulator/corps" + (making ? "" : "/" + CORP + path), body);
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response.body());
    }

    JsonNode act(String action) {
        return control("POST", "/actions", action);
    }

    /// The lines of an NDJSON record of the small corp.
    List<JsonNode> lines(String path) {
        return exchange("GET", "/simulator/corps/" + CORP + path, "")
                .body()
                .lines()
                .map(TestClient::json)
                .toList();
    }

    String token() {
        return get("/cgi-bin/gettoken?corpid=" + CORP + "&corpsecret=" + SECRET)
                .path("access_token")
                .asText();
    }

    /// POSTs to an external-contact endpoint with a valid token.
    JsonNode contact(String name, String body) {
        return post("/cgi-bin/externalcontact/" + name + "?access_token=" + token(), body.replace('\'', '"'));
    }

    /// GETs an external-contact endpoint with a valid token; `query` begins with `&`.
    JsonNode contactGet(String name, String query) {
        return get("/cgi-bin/externalcontact/" + name + "?access_token=" + token() + query);
    }

    /// POSTs a form with one file to an endpoint under `/cgi-bin/media/` with a valid token; `name`
    /// may carry a query that begins with `?`.
    JsonNode upload(String name, String field, byte[] file) {
        var query = name.contains("?") ? name + "&" : name + "?";
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "------x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"招牌.jpg\"; filelength=%d\r\n\r\n"
                        .formatted(field, file.length)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n------x--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(base + "/cgi-bin/media/" + query + "access_token=" + token()))
                .header("Content-Type", "multipart/form-data; boundary=----x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        var answer = send(request, BodyHandlers.ofString()).body();
        Witness.answered(request.uri().getPath(), answer);
        return json(answer);
    }

    /// Puts up a file for messages and gives its media_id.
    String media(String type, byte[] file) {
        return upload("upload?type=" + type, "media", file).path("media_id").asText();
    }

    /// GETs bytes with a valid token.
    HttpResponse<byte[]> download(String path, String range) {
        var request = HttpRequest.newBuilder(URI.create(base + path + "&access_token=" + token()));
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        var response = send(request.build(), BodyHandlers.ofByteArray());
        Witness.answered(path, new String(response.body(), StandardCharsets.ISO_8859_1));
        return response;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
