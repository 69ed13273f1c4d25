package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A post to moments from the plan to the likes, over the simulated platform whose staff post when
/// they please and whose customers like what they please.
class MomentsTest {
    private static final String BRAND = "/v1/brands/demo";

    @TempDir
    private static Path home;

    private static RunningProduct product;

    @BeforeAll
    static void thereAreCustomers() throws IOException, InterruptedException {
        product = RunningProduct.start(
                home, Map.of("siyu.sandbox.customers", 60, "siyu.sandbox.days", 2, "siyu.sandbox.grain", "PT30M"));
        product.advance(Duration.ofDays(2));
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @Test
    void leavesOnceAndComesBackAsInteractions() throws IOException, InterruptedException {
        String material = product.post(BRAND + "/materials", "{\"name\":\"上新\",\"text\":\"周末新品，{{staff.name}}推荐\"}")
                .path("id")
                .asText();
        List<String> accounts = new ArrayList<>();
        product.get(BRAND + "/channel-accounts?limit=10")
                .path("items")
                .forEach(one -> accounts.add("\"" + one.path("id").asText() + "\""));
        JsonNode plan = product.post(
                BRAND + "/moments",
                "{\"material\":\"" + material + "\",\"accounts\":[" + String.join(",", accounts) + "]}");
        String posts = BRAND + "/moments/" + plan.path("id").asText() + "/posts?limit=500";
        assertThat(product.get(posts).findValuesAsText("state")).contains("PLANNED");

        product.advance(Duration.ofDays(4));

        JsonNode ended = product.get(posts);
        assertThat(ended.findValuesAsText("state")).contains("PUBLISHED").isSubsetOf("PUBLISHED", "EXPIRED", "REFUSED");
        int likes = ended.findValuesAsText("likes").stream()
                .mapToInt(Integer::parseInt)
                .sum();
        JsonNode told = product.get(BRAND + "/interactions?limit=500&kind=LIKE");
        assertThat(told.path("items").size()).isEqualTo(likes);
        assertThat(product.get(BRAND + "/reports/journey").toString()).contains("\"step\":\"COMPARISON\"");
    }
}
