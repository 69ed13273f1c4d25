package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// One number for what the product knows at the end of a run, free of everything that differs
/// between two runs: ids and the clock of the machine.
final class Digest {
    private static final String CUSTOMERS = """
            SELECT i.type || ' ' || i.id_value AS who, c.stage, c.orders_count, coalesce(c.trust, -1) AS trust
            FROM customer_state c JOIN identity i ON i.brand = c.brand AND i.customer = c.customer
            WHERE i.type IN ('PHONE', 'EXTERNAL_USERID')""";
    private static final String SENDS = """
            SELECT i.type || ' ' || i.id_value AS who, s.decision || ' ' || coalesce(s.reason, '-') || ' '
                || coalesce(r.status, '-') AS ending
            FROM send s JOIN identity i ON i.brand = s.brand AND i.customer = s.customer
            LEFT JOIN send_result r ON r.brand = s.brand AND r.send = s.id
            WHERE i.type IN ('PHONE', 'EXTERNAL_USERID')""";

    private Digest() {}

    static String of(RunningProduct product) {
        List<String> customers = product.rows(
                CUSTOMERS,
                row -> String.format(
                        Locale.ROOT,
                        "%s %s %d %.6f",
                        row.text("who"),
                        row.text("stage"),
                        row.number("orders_count"),
                        row.real("trust")));
        List<String> sends = product.rows(SENDS, row -> row.text("who") + " " + row.text("ending"));
        return sha256(String.join("\n", customers.stream().sorted().toList())
                + "\n\n"
                + String.join("\n", sends.stream().sorted().toList()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
