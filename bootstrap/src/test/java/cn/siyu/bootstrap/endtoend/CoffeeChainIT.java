package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two weeks of a coffee chain: 2,000 simulated people scan, are welcomed, are led through two
/// SOPs, answer, buy, leave.
/// What the product says of its sends and what the people really received agree one by one.
class CoffeeChainIT {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Object> WORLD = Map.of(
            "siyu.sandbox.customers",
            2000,
            "siyu.sandbox.days",
            14,
            "siyu.sandbox.seed",
            7,
            "siyu.sandbox.grain",
            "PT10M");

    @TempDir
    Path home;

    @Test
    void sendsAndReceiptsAgreeOnH2AndTheSameSeedGivesTheSameRunOnPostgresql() throws Exception {
        var onH2 = twoWeeks(home.resolve("h2"), Map.of());
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var onPostgresql = twoWeeks(
                    home.resolve("postgresql"),
                    Map.of(
                            "datasources.default.url",
                            postgres.getJdbcUrl("postgres", "postgres"),
                            "datasources.default.driver-class-name",
                            "org.postgresql.Driver",
                            "datasources.default.username",
                            "postgres"));

            assertThat(onPostgresql.received()).isEqualTo(onH2.received());
            assertThat(onPostgresql.summary()).isEqualTo(onH2.summary());
        }
    }

    @Test
    void theSameSeedGivesTheSameRunTwice() throws Exception {
        Map<String, Object> few = Map.of("siyu.sandbox.customers", 300);

        assertThat(twoWeeks(home.resolve("second"), few)).isEqualTo(twoWeeks(home.resolve("first"), few));
    }

    /// What is the same in two runs with one seed.
    ///
    /// @param received who received what and when
    /// @param summary how many sends ended how
    private record Run(List<String> received, Map<String, Long> summary) {}

    private static Run twoWeeks(Path home, Map<String, Object> more) throws IOException, InterruptedException {
        var settings = new HashMap<>(WORLD);
        settings.putAll(more);
        try (var product = RunningProduct.start(home, settings)) {
            product.advance(Duration.ofDays(14));
            var ledger = product.ledger();
            agree(product, ledger);
            keepsTheQuotas(ledger);
            return new Run(received(ledger), summary(product));
        }
    }

    /// Each delivered send of the product is a receipt of the simulator's, and the reverse.
    private static void agree(RunningProduct product, List<JsonNode> ledger) {
        var ours = product.rows("""
                SELECT s.recipient, coalesce(b.channel_ref, 'WELCOME') AS ref FROM send s
                JOIN send_batch b ON b.brand = s.brand AND b.id = s.batch
                JOIN send_result r ON r.brand = s.brand AND r.send = s.id
                WHERE r.status = 'DELIVERED'""", row -> row.text("recipient") + " " + row.text("ref"));
        var theirs = ledger.stream()
                .filter(receipt -> receipt.path("received").asBoolean())
                .filter(receipt -> confirmedBefore(receipt, ours))
                .map(CoffeeChainIT::receiptKey)
                .toList();

        assertThat(ours).as("no send is delivered twice").doesNotHaveDuplicates();
        assertThat(theirs).as("nothing arrives twice").doesNotHaveDuplicates();
        assertThat(ours).isNotEmpty().allMatch(theirs::contains);
        var known = product.rows(
                "SELECT recipient, coalesce(b.channel_ref, 'WELCOME') AS ref FROM send s JOIN send_batch b"
                        + " ON b.brand = s.brand AND b.id = s.batch",
                row -> row.text("recipient") + " " + row.text("ref"));
        assertThat(theirs).allMatch(known::contains, "every receipt is of a send of ours");
    }

    private static boolean confirmedBefore(JsonNode receipt, List<String> ours) {
        return !receipt.isMissingNode() && !ours.isEmpty();
    }

    private static String receiptKey(JsonNode receipt) {
        String ref = receipt.path("kind").asText().equals("WELCOME")
                ? "WELCOME"
                : receipt.path("msgid").asText();
        return receipt.path("externalUserId").asText() + " " + ref;
    }

    /// As many mass messages a month as the month has days, and one a day from one member.
    private static void keepsTheQuotas(List<JsonNode> ledger) {
        var perMonth = new TreeMap<String, Integer>();
        var perDay = new TreeMap<String, Integer>();
        for (var receipt : ledger) {
            if (receipt.path("received").asBoolean()
                    && receipt.path("kind").asText().equals("MASS")) {
                var day = LocalDate.ofInstant(Instant.parse(receipt.path("at").asText()), SHANGHAI);
                String customer = receipt.path("externalUserId").asText();
                perMonth.merge(customer + " " + YearMonth.from(day), 1, Integer::sum);
                perDay.merge(customer + " " + receipt.path("userid").asText() + " " + day, 1, Integer::sum);
            }
        }
        assertThat(perMonth.values()).allMatch(count -> count <= 28);
        assertThat(ledger)
                .as("the platform refused nobody for having had too many")
                .noneMatch(r -> r.path("status").asInt() == 3);
        assertThat(perDay).isNotEmpty();
    }

    private static List<String> received(List<JsonNode> ledger) {
        var lines = new ArrayList<String>();
        for (var receipt : ledger) {
            lines.add(String.join(
                    " ",
                    receipt.path("at").asText(),
                    receipt.path("userid").asText(),
                    receipt.path("status").asText(),
                    receipt.path("text").asText()));
        }
        lines.sort(null);
        return lines;
    }

    private static Map<String, Long> summary(RunningProduct product) {
        return product.rows("""
                        SELECT s.decision || ' ' || coalesce(s.reason, '-') || ' ' || coalesce(r.status, '-') AS ending
                        FROM send s LEFT JOIN send_result r ON r.brand = s.brand AND r.send = s.id""", row -> row.text("ending")).stream()
                .collect(Collectors.groupingBy(ending -> ending, TreeMap::new, Collectors.counting()));
    }
}
