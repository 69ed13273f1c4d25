package cn.siyu.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Two books about one run, kept by two sides that share no code: what the simulator's customers
/// received, and what the product says of its sends.
///
/// @param receipts the simulator's ledger
/// @param sends what the product handed to the channel
public record Books(List<Receipt> receipts, List<Send> sends) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String HANDED_OVER = """
            SELECT s.id, s.recipient, s.contact_class, b.kind, b.channel_ref, b.state, b.poll_at, r.status, r.reason
            FROM send s JOIN send_batch b ON b.brand = s.brand AND b.id = s.batch
            LEFT JOIN send_result r ON r.brand = s.brand AND r.send = s.id
            WHERE b.state <> 'PLANNED'""";

    /// A line of the simulator's ledger.
    ///
    /// @param key whom which message was for
    /// @param mass whether it is a mass message, else a welcome
    /// @param status 1 received, 2 not a friend any more, 3 quota used up
    public record Receipt(
            String key, boolean mass, String customer, String member, Instant at, int status, String text) {
        private static Receipt of(JsonNode line) {
            boolean mass = line.path("kind").asText().equals("MASS");
            String customer = line.path("externalUserId").asText();
            String message = mass ? line.path("msgid").asText() : "WELCOME";
            return new Receipt(
                    customer + " " + message,
                    mass,
                    customer,
                    line.path("userid").asText(),
                    Instant.parse(line.path("at").asText()),
                    line.path("status").asInt(),
                    line.path("text").asText());
        }

        private LocalDate day() {
            return LocalDate.ofInstant(at, SHANGHAI);
        }
    }

    /// A send of the product whose batch has left its plan.
    ///
    /// @param key whom which message was for
    /// @param state of its batch
    /// @param pollAt when the channel is asked for results next; null if it isn't
    /// @param status of its result; null if there is none yet
    public record Send(
            String key,
            String contactClass,
            String state,
            @Nullable Instant pollAt,
            @Nullable String status,
            @Nullable String reason) {}

    /// Reads both.
    public static Books of(RunningProduct product) throws IOException, InterruptedException {
        var receipts = product.ledger().stream().map(Receipt::of).toList();
        var sends = product.rows(HANDED_OVER, row -> {
            String message = row.text("kind").equals("WELCOME")
                    ? "WELCOME"
                    : Objects.requireNonNullElse(row.textOrNull("channel_ref"), "none-" + row.number("id"));
            return new Send(
                    row.text("recipient") + " " + message,
                    row.text("contact_class"),
                    row.text("state"),
                    row.instantOrNull("poll_at"),
                    row.textOrNull("status"),
                    row.textOrNull("reason"));
        });
        return new Books(receipts, sends);
    }

    /// Each line of one book has its line in the other, and they say the same.
    public void agree(Instant now) {
        var byKey = sendsByKey();
        assertThat(byKey.keySet())
                .as("a send of ours for each receipt")
                .containsAll(receipts.stream().map(Receipt::key).toList());
        for (var receipt : receipts) {
            var send = Objects.requireNonNull(byKey.remove(receipt.key()));
            if (send.status() == null) {
                assertThat(send.state()).as("state of %s", send).isEqualTo("SENT");
                assertThat(send.pollAt())
                        .as("the channel is asked again about %s", send)
                        .isAfter(now);
            } else {
                assertThat(send.status())
                        .as("what %s became", receipt)
                        .isEqualTo(receipt.status() == 1 ? "DELIVERED" : "FAILED");
            }
        }
        assertThat(byKey.values())
                .as("delivered by our book, received by nobody")
                .noneMatch(send -> "DELIVERED".equals(send.status()));
    }

    private Map<String, Send> sendsByKey() {
        assertThat(receipts).isNotEmpty();
        assertThat(receipts.stream().map(Receipt::key))
                .as("nothing arrives twice")
                .doesNotHaveDuplicates();
        assertThat(sends.stream().map(Send::key))
                .as("nothing is handed over twice")
                .doesNotHaveDuplicates();
        return sends.stream().collect(Collectors.toMap(Send::key, Function.identity(), (a, b) -> a, HashMap::new));
    }

    /// As many mass messages a customer and month as the month has days, by the platform; four of
    /// them MARKETING, by the brand.
    public void keepTheQuotas() {
        var massPerMonth = new TreeMap<String, Integer>();
        var marketingPerMonth = new TreeMap<String, Integer>();
        var byKey = sendsByKey();
        for (var receipt : receipts) {
            if (receipt.mass() && receipt.status() == 1) {
                var month = YearMonth.from(receipt.day());
                massPerMonth.merge(receipt.customer() + " " + month, 1, Integer::sum);
                if (Objects.requireNonNull(byKey.get(receipt.key()))
                        .contactClass()
                        .equals("MARKETING")) {
                    marketingPerMonth.merge(receipt.customer() + " " + month, 1, Integer::sum);
                }
            }
        }
        assertThat(massPerMonth).isNotEmpty();
        assertThat(marketingPerMonth).isNotEmpty();
        massPerMonth.forEach((month, count) -> assertThat(count)
                .as(month)
                .isLessThanOrEqualTo(
                        YearMonth.parse(month.substring(month.indexOf(' ') + 1)).lengthOfMonth()));
        assertThat(marketingPerMonth.values())
                .as("MARKETING a customer and month")
                .allMatch(count -> count <= 4);
        assertThat(receipts)
                .as("the platform counted nobody's quota as used up")
                .noneMatch(receipt -> receipt.status() == 3);
    }
}
