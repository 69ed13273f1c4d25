package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.Books;
import cn.siyu.bootstrap.RunningProduct;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two weeks of a coffee chain, over real HTTP: 1,000 simulated people scan, are welcomed, are led
/// through two SOPs, answer, buy, leave. `-Dsiyu.test.people=2000` takes more of them.
class CoffeeChainTest {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Map<String, Object> WORLD = Map.of(
            "siyu.sandbox.customers",
            Integer.getInteger("siyu.test.people", 1000),
            "siyu.sandbox.days",
            14,
            "siyu.sandbox.seed",
            7,
            "siyu.sandbox.grain",
            "PT10M");

    @TempDir
    Path home;

    @Test
    void bothBooksAgreeAndTheSameSeedGivesTheSameRunOnBothDatabases() throws Exception {
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
            assertThat(onPostgresql.sends()).isEqualTo(onH2.sends());
            assertThat(onPostgresql.customers()).isEqualTo(onH2.customers());
        }
    }

    @Test
    void theSameSeedGivesTheSameRunTwice() throws Exception {
        Map<String, Object> few = Map.of("siyu.sandbox.customers", 200);

        assertThat(twoWeeks(home.resolve("second"), few)).isEqualTo(twoWeeks(home.resolve("first"), few));
    }

    /// What is the same in two runs with one seed.
    ///
    /// @param received what arrived where and when
    /// @param sends how each send ended
    /// @param customers what the product holds of each customer
    private record Run(List<String> received, List<String> sends, List<String> customers) {}

    private static Run twoWeeks(Path home, Map<String, Object> more) throws IOException, InterruptedException {
        var settings = new HashMap<>(WORLD);
        settings.putAll(more);
        try (var product = RunningProduct.start(home, settings)) {
            product.advance(TWO_WEEKS);
            var books = Books.of(product);
            books.agree(product.now());
            books.keepTheQuotas();
            return new Run(received(books), sends(product), customers(product));
        }
    }

    private static List<String> received(Books books) {
        return books.receipts().stream()
                .map(receipt -> String.join(
                        " ",
                        receipt.at().toString(),
                        receipt.customer(),
                        receipt.member(),
                        Integer.toString(receipt.status()),
                        receipt.text()))
                .sorted()
                .toList();
    }

    private static List<String> sends(RunningProduct product) {
        return product.rows("""
                        SELECT i.id_value AS who, s.decision || ' ' || coalesce(s.reason, '-') || ' '
                            || coalesce(r.status, '-') || ' ' || coalesce(r.response, '-') AS ending
                        FROM send s JOIN identity i ON i.brand = s.brand AND i.customer = s.customer AND i.type = 'EXTERNAL_USERID'
                        LEFT JOIN send_result r ON r.brand = s.brand AND r.send = s.id""", row -> row.text("who") + " " + row.text("ending")).stream()
                .sorted()
                .toList();
    }

    private static List<String> customers(RunningProduct product) {
        return product
                .rows(
                        """
                        SELECT i.id_value AS who, c.stage, c.orders_count, coalesce(c.trust, -1) AS trust
                        FROM customer_state c
                        JOIN identity i ON i.brand = c.brand AND i.customer = c.customer AND i.type = 'EXTERNAL_USERID'""",
                        row -> String.format(
                                Locale.ROOT,
                                "%s %s %d %.6f",
                                row.text("who"),
                                row.text("stage"),
                                row.number("orders_count"),
                                row.real("trust")))
                .stream()
                .sorted()
                .toList();
    }
}
