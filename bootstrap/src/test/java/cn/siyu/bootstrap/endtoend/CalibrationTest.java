package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trust learns from what customers did: asked for, computed by the engine and reported over HTTP;
/// and what is learnt is refused where it would move too much, or has nothing to do with what
/// happened.
class CalibrationTest {
    private static final int PEOPLE = 2_500;
    private static final int MONTHS = 8;
    private static final int MONTH = 30;
    private static final int LOOKS = 240;
    private static final int AMONG = 250;

    @TempDir
    private Path home;

    @Test
    void learnsFromLossesAndIsRefusedWhereTrustWouldMeanSomethingElse() throws Exception {
        try (var product = RunningProduct.live(home, Map.of("siyu.sandbox.enabled", "false"))) {
            var api = product.api();
            brand(product, api, "honest", .4, .02, 1);
            brand(product, api, "random", .06, .06, 2);

            JsonNode learnt = calibrated(api, "honest");
            JsonNode social = part(learnt, "SOCIAL");
            assertThat(proposed(social, "COMPLAINED"))
                    .as("worth more than the 8 points in force: " + social)
                    .isGreaterThan(8);
            assertThat(social.at("/brierChange/upper").asDouble())
                    .as("it would tell better who is lost")
                    .isNegative();
            assertThat(social.path("objections"))
                    .as("but trust would not mean the same any more")
                    .singleElement()
                    .satisfies(objection -> assertThat(objection.asText()).isEqualTo("MOVES_TOO_MUCH"));
            isRefused(api, "honest", learnt);

            JsonNode nothing = calibrated(api, "random");
            assertThat(part(nothing, "SOCIAL").path("objections")).isNotEmpty();
            isRefused(api, "random", nothing);
        }
    }

    private static void isRefused(Api api, String slug, JsonNode calibration) throws IOException, InterruptedException {
        assertThat(calibration.path("adoptable").asBoolean())
                .as(calibration.toString())
                .isFalse();
        var refused = api.tell("POST", path(slug) + "/" + calibration.path("id").asText() + "/adoptions", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(api.get(path(slug) + "/" + calibration.path("id").asText())
                        .path("policyVersion")
                        .isNull())
                .isTrue();
    }

    private static String path(String slug) {
        return "/v1/brands/" + slug + "/trust-calibrations";
    }

    private static JsonNode calibrated(Api api, String slug) throws IOException, InterruptedException {
        String one = path(slug) + "/" + api.post(path(slug), "").path("id").asText();
        JsonNode shown = api.get(one);
        for (int look = 0; look < LOOKS && !shown.path("state").asText().equals("DONE"); look++) {
            TimeUnit.MILLISECONDS.sleep(AMONG);
            shown = api.get(one);
        }
        assertThat(shown.path("state").asText()).isEqualTo("DONE");
        return shown;
    }

    private static JsonNode part(JsonNode shown, String component) {
        for (JsonNode part : shown.at("/report/parts")) {
            if (part.path("component").asText().equals(component)) {
                return part;
            }
        }
        throw new AssertionError("no part " + component + " in " + shown);
    }

    private static double proposed(JsonNode part, String kind) {
        for (JsonNode one : part.path("learnt")) {
            if (one.path("kind").asText().equals(kind)) {
                return one.path("proposed").asDouble();
            }
        }
        throw new AssertionError("nothing learnt of " + kind + " in " + part);
    }

    /// A brand with one account and eight months of people: each month some reply, which means
    /// nothing, and some complain; in the month after, a share of either is lost.
    private static void brand(
            RunningProduct product, Api api, String slug, double afterComplaint, double otherwise, long seed)
            throws IOException, InterruptedException, SQLException {
        api.post(
                "/v1/brands",
                "{\"slug\":\"" + slug + "\",\"name\":\"示例\",\"mode\":\"LIVE\",\"timeZone\":\"Asia/Shanghai\"}");
        String path = "/v1/brands/" + slug;
        String department = api.post(path + "/departments", "{\"name\":\"运营\",\"kind\":\"DEPARTMENT\"}")
                .path("id")
                .asText();
        String staff = api.post(
                        path + "/staff",
                        "{\"name\":\"小王\",\"department\":\"" + department + "\",\"externalId\":\"wang\"}")
                .path("id")
                .asText();
        api.post(
                path + "/channel-accounts",
                "{\"channel\":\"PERSONAL_WECHAT\",\"connection\":\"by-hand\",\"address\":\"wx_" + slug
                        + "\",\"name\":\"小王\",\"staff\":\"" + staff + "\"}");
        try (var connection = product.database()) {
            connection.setAutoCommit(false);
            try (var history = new History(connection, slug, seed)) {
                history.write(afterComplaint, otherwise);
            }
            connection.commit();
        }
    }

    /// Rows as they would have come in over eight months.
    private static final class History implements AutoCloseable {
        private final Random random;
        private final int brand;
        private final long account;
        private final long first;
        private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        private final PreparedStatement customers;
        private final PreparedStatement relationships;
        private final PreparedStatement evidence;
        private long number;

        History(Connection connection, String slug, long seed) throws SQLException {
            this.random = new Random(seed);
            this.first = seed * 1_000_000;
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT b.id, a.id FROM brand b JOIN channel_account a"
                            + " ON a.brand = b.id WHERE b.slug = '" + slug + "'")) {
                rows.next();
                brand = rows.getInt(1);
                account = rows.getLong(2);
            }
            customers = connection.prepareStatement(
                    "INSERT INTO customer VALUES (" + brand + ", ?, ?, ?, ?, NULL, 'UNKNOWN', NULL, FALSE, 1, ?, ?)");
            relationships = connection.prepareStatement("""
                    INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                      ended_by, ended_at, silenced_times, trust, trust_social, trust_as_of, version, created_at,
                      updated_at)
                    VALUES (%d, ?, ?, ?, %d, ?, 1, ?, ?, ?, 0, 40, 20, ?, 1, ?, ?)""".formatted(brand, account));
            evidence = connection.prepareStatement("""
                    INSERT INTO evidence (brand, id, public_id, source_key, kind, customer, relationship, occurred_at,
                      received_at, effective_at, multiplicity, retracted)
                    VALUES (%d, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, FALSE)""".formatted(brand));
        }

        void write(double afterComplaint, double otherwise) throws SQLException {
            for (int person = 0; person < PEOPLE; person++) {
                live(first + person, afterComplaint, otherwise);
            }
            customers.executeBatch();
            relationships.executeBatch();
            evidence.executeBatch();
        }

        private Timestamp at(int month, double within) {
            return Timestamp.from(now.minus(Duration.ofDays((long) MONTH * (MONTHS - month)))
                    .plusSeconds((long) (within * MONTH * 86_400)));
        }

        private void live(long person, double afterComplaint, double otherwise) throws SQLException {
            int month = random.nextInt(MONTHS - 2);
            Timestamp began = at(month, 0);
            @Nullable Timestamp ended = null;
            for (; month < MONTHS && ended == null; month++) {
                if (random.nextDouble() < .5) {
                    happened("REPLIED", person, at(month, random.nextDouble()));
                }
                boolean complained = random.nextDouble() < .1;
                if (complained) {
                    happened("COMPLAINED", person, at(month, random.nextDouble()));
                }
                boolean lost = random.nextDouble() < (complained ? afterComplaint : otherwise);
                ended = lost && month + 1 < MONTHS ? at(month + 1, random.nextDouble()) : null;
            }
            add(customers, person, UUID.randomUUID(), person, person, began, began);
            add(
                    relationships,
                    person,
                    UUID.randomUUID(),
                    person,
                    person,
                    began,
                    ended == null ? null : "CUSTOMER",
                    ended,
                    began,
                    began,
                    began);
        }

        private void happened(String kind, long person, Timestamp at) throws SQLException {
            long id = first + ++number;
            add(evidence, id, UUID.randomUUID(), "history-" + id, kind, person, person, at, at, at);
        }

        private static void add(PreparedStatement row, @Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
            row.addBatch();
        }

        @Override
        public void close() throws SQLException {
            customers.close();
            relationships.close();
            evidence.close();
        }
    }
}
