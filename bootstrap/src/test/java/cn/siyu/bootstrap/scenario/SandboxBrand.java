package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A sandbox brand as a client sees it: paths under the brand, its clock, lists read to their end.
final class SandboxBrand {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LOOKS_A_SECOND = 20;

    private final Api api;
    private final String path;

    SandboxBrand(Api api, String slug) {
        this.api = api;
        this.path = "/v1/brands/" + slug;
    }

    JsonNode get(String under) throws IOException, InterruptedException {
        return api.get(path + under);
    }

    JsonNode post(String under, String body) throws IOException, InterruptedException {
        return api.post(path + under, body);
    }

    Api.Told tell(String method, String under, String body) throws IOException, InterruptedException {
        return api.tell(method, path + under, body);
    }

    /// What a POST made.
    String made(String under, String body) throws IOException, InterruptedException {
        return post(under, body).path("id").asText();
    }

    void put(String under) throws IOException, InterruptedException {
        api.put(path + under);
    }

    /// Sets values of a policy for the brand.
    ///
    /// @param line like `JOURNEY`
    /// @param values what differs from the shipped edition, as JSON
    void override(String line, String values) throws IOException, InterruptedException {
        api.change(path + "/policies/" + line, "{\"override\":" + values + "}");
    }

    /// All customers for whom an expression is true.
    List<JsonNode> matching(String expression) throws IOException, InterruptedException {
        return all("/customers?limit=100&filter=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    }

    /// A list from its first page to its last.
    List<JsonNode> all(String under) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(under);
        while (true) {
            page.path("items").forEach(items::add);
            String next = page.path("next").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return items;
            }
            page = api.get(next);
        }
    }

    Instant now() throws IOException, InterruptedException {
        return Instant.parse(get("/clock").path("now").asText());
    }

    LocalDate today() throws IOException, InterruptedException {
        return now().atZone(ZONE).toLocalDate();
    }

    /// Moves the clock and waits until it stands there.
    void advance(Duration by) throws IOException, InterruptedException {
        JsonNode advance = post("/clock/advances", "{\"by\":\"" + by + "\"}");
        while (advance.path("state").asText().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(1000 / LOOKS_A_SECOND);
            advance = get("/clock/advances/" + advance.path("id").asText());
        }
        if (!advance.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("the clock did not reach its target: " + advance);
        }
    }
}
