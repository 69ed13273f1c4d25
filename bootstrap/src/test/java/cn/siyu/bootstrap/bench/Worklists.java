package cn.siyu.bootstrap.bench;

import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.ProductProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Pages of an operator's worklist while many tasks are open in the brand.
final class Worklists {
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;
    private static final int CUSTOMERS = 20_000;
    private static final int CONNECTIONS = 4;
    private static final int PAGES_AHEAD = 20;

    private Worklists() {}

    /// Reads pages of 20 cards, first ones and ones far inside, of all operators in turn.
    ///
    /// @param open how many tasks are open
    static Load.Result measure(Store store, ProductProcess.Launch plain, Path home, int open, int reads)
            throws IOException, InterruptedException, SQLException {
        var launch = plain.with(LiveBrand.settings("http://127.0.0.1:9"), store.environment());
        try (var product = ProductProcess.start(launch, home)) {
            LiveBrand.make(product.api(product.key("installation-key")));
        }
        LiveBrand.seed(store.url(home), store.user(), CUSTOMERS);
        try (var connection = DriverManager.getConnection(store.url(home), store.user(), "")) {
            connection.setAutoCommit(false);
            seed(connection, open);
            connection.commit();
        }
        try (var product = ProductProcess.start(launch, home)) {
            String key = product.key("installation-key");
            String head = "Authorization: Bearer " + key + "\r\n";
            List<byte[]> requests = new ArrayList<>();
            for (String page : pages(product.api(key))) {
                requests.add(Load.request("GET", page, head, ""));
            }
            Load.run(product.port(), CONNECTIONS, reads, i -> requests.get(i * 7919 % requests.size()));
            return Load.run(product.port(), CONNECTIONS, reads, i -> requests.get(i * 7919 % requests.size()));
        }
    }

    private static List<String> pages(Api api) throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        for (JsonNode staff : api.get(BRAND + "/staff?limit=100").path("items")) {
            String next = BRAND + "/staff/" + staff.path("id").asText() + "/worklist?limit=20";
            for (int i = 0; i < PAGES_AHEAD && !next.isEmpty(); i++) {
                pages.add(next);
                next = api.get(next).path("next").asText("");
            }
        }
        return pages;
    }

    private record Bond(int brand, long relationship, long customer, long account, long staff) {}

    /// Tasks as SOPs make them: on the accounts of their relationships, of several kinds and
    /// values, some customers with more than one.
    private static void seed(Connection connection, int open) throws SQLException {
        List<Bond> bonds = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT r.brand, r.id, r.customer, r.account, a.staff FROM relationship r"
                                + " JOIN channel_account a ON a.brand = r.brand AND a.id = r.account ORDER BY r.id")) {
            while (rows.next()) {
                bonds.add(new Bond(rows.getInt(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
            }
        }
        Instant now = Instant.now();
        try (var insert = connection.prepareStatement(
                "INSERT INTO task (brand, id, public_id, kind, customer, relationship, staff, account, turn, title, script,"
                        + " why, due_at, expires_at, state, version, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SOP', ?, ?, 'OPEN', 1, ?, ?)")) {
            for (int i = 0; i < open; i++) {
                var bond = bonds.get((int) (i * 7919L % bonds.size()));
                insert.setInt(1, bond.brand());
                insert.setLong(2, (1L << 52) + i);
                insert.setObject(3, new UUID(0x0193_0000_0000_7000L + i, 0x8000_0000_0000_0000L + i));
                insert.setString(4, i % 5 == 0 ? "REPLY" : "SEND");
                insert.setLong(5, bond.customer());
                insert.setLong(6, bond.relationship());
                insert.setLong(7, bond.staff());
                insert.setLong(8, bond.account());
                insert.setInt(9, -(i * 31 % 150));
                insert.setString(10, "给 客户 发消息");
                insert.setString(11, "新到一批瑰夏，给您留了一包。");
                insert.setTimestamp(12, Timestamp.from(now));
                insert.setTimestamp(13, Timestamp.from(now.plus(Duration.ofMinutes(1_440L + i % 10_000))));
                insert.setTimestamp(14, Timestamp.from(now));
                insert.setTimestamp(15, Timestamp.from(now));
                insert.addBatch();
                if (i % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
