package cn.siyu.bootstrap;

import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A live brand with ten staff members whose corp is a simulator without limits, made over HTTP;
/// and customers of it, as many as wanted, written straight into its database, since how they came
/// is not what is measured.
public final class LiveBrand {
    public static final String SLUG = "bench";
    public static final String CORP = "wwbench";
    public static final String TOKEN = "benchtoken";
    public static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";
    public static final int MEMBERS = 10;

    /// What opens the embedded database of a home from outside, while no product runs on it.
    public static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static final String SECRET = "bench-secret";
    private static final long FIRST_ROW = 1L << 50;

    private LiveBrand() {}

    /// Settings that connect the product with the simulator.
    public static Map<String, String> settings(String simulator) {
        var all = new HashMap<String, String>();
        Map.of(
                        "brand", SLUG,
                        "corp-id", CORP,
                        "secret", SECRET,
                        "callback-token", TOKEN,
                        "encoding-aes-key", AES_KEY,
                        "base-url", simulator)
                .forEach((name, value) -> all.put("siyu.wecom.apps.bench." + name, value));
        all.put("siyu.sandbox.enabled", "false");
        return all;
    }

    /// The token with which the corp's app calls the platform.
    static String token(Api simulator) throws IOException, InterruptedException {
        return simulator
                .get("/cgi-bin/gettoken?corpid=" + CORP + "&corpsecret=" + SECRET)
                .path("access_token")
                .asText();
    }

    public static String member(int number) {
        return "member" + number;
    }

    /// The external_userid of a customer.
    public static String contact(int number) {
        return String.format("wmbench%024d", number);
    }

    /// Loads the corp: its customers are spread evenly over its members.
    public static void load(WeComSimulator simulator, int customers) throws IOException, InterruptedException {
        var json = new StringBuilder("{\"corpId\":\"" + CORP + "\",\"limits\":false,\"clock\":{\"mode\":\"REAL\"},"
                + "\"apps\":[{\"agentId\":1,\"secret\":\"" + SECRET + "\"}],\"staff\":[");
        for (int i = 0; i < MEMBERS; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"userid\":\"")
                    .append(member(i))
                    .append("\"}");
        }
        json.append("],\"customers\":[");
        for (int i = 0; i < customers; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"externalUserId\":\"")
                    .append(contact(i))
                    .append("\",\"followers\":[{\"userid\":\"")
                    .append(member(i % MEMBERS))
                    .append("\"}]}");
        }
        new Api(simulator.baseUrl(), "")
                .post("/simulator/corps", json.append("]}").toString());
    }

    /// Makes the brand with department, staff and accounts.
    public static void make(Api api) throws IOException, InterruptedException {
        int noonIsAt = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        String zone = "Etc/GMT" + (noonIsAt > 0 ? "-" + noonIsAt : "+" + -noonIsAt);
        api.post(
                "/v1/brands",
                "{\"slug\":\"" + SLUG + "\",\"name\":\"bench\",\"mode\":\"LIVE\",\"timeZone\":\"" + zone + "\"}");
        String brand = "/v1/brands/" + SLUG;
        String shop = api.post(brand + "/departments", "{\"name\":\"shop\",\"kind\":\"STORE\",\"externalId\":\"s1\"}")
                .path("id")
                .asText();
        for (int i = 0; i < MEMBERS; i++) {
            String staff = api.post(
                            brand + "/staff",
                            "{\"name\":\"M" + i + "\",\"department\":\"" + shop + "\",\"externalId\":\"" + i + "\"}")
                    .path("id")
                    .asText();
            account(api, member(i), staff, shop);
        }
    }

    /// Makes an account of another member, in the hands of whoever has the first one.
    public static void account(Api api, String address) throws IOException, InterruptedException {
        var first = api.get("/v1/brands/" + SLUG + "/channel-accounts?limit=1")
                .path("items")
                .path(0);
        account(
                api,
                address,
                first.path("staff").asText(),
                first.path("department").asText());
    }

    private static void account(Api api, String address, String staff, String department)
            throws IOException, InterruptedException {
        api.post(
                "/v1/brands/" + SLUG + "/channel-accounts",
                "{\"channel\":\"WECOM\",\"connection\":\"bench\",\"address\":\"" + address + "\",\"name\":\"" + address
                        + "\",\"staff\":\"" + staff + "\",\"department\":\"" + department
                        + "\",\"totalCap\":20000,\"dailyCap\":500}");
    }

    /// Writes customers that were added a while ago.
    public static void seed(String url, String user, int customers) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "")) {
            connection.setAutoCommit(false);
            new Seed(connection, customers).write();
            connection.commit();
        }
    }

    private static final class Seed {
        private final Connection connection;
        private final int customers;
        private final Timestamp added =
                Timestamp.from(Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
        private final Timestamp now = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.SECONDS));

        Seed(Connection connection, int customers) {
            this.connection = connection;
            this.customers = customers;
        }

        void write() throws SQLException {
            int brand;
            List<Long> accounts = new ArrayList<>();
            String edition = "trust-2025";
            try (var statement = connection.createStatement()) {
                try (var rows = statement.executeQuery("SELECT id FROM brand WHERE slug = '" + SLUG + "'")) {
                    rows.next();
                    brand = rows.getInt(1);
                }
                try (var rows = statement.executeQuery("SELECT id FROM channel_account ORDER BY id")) {
                    while (rows.next()) {
                        accounts.add(rows.getLong(1));
                    }
                }
            }
            each(
                    "INSERT INTO customer VALUES (" + brand + ", ?, ?, ?, ?, ?, 'UNKNOWN', NULL, FALSE, 1, ?, ?)",
                    (row, i) -> set(
                            row,
                            FIRST_ROW + i,
                            UUID.randomUUID(),
                            FIRST_ROW + i,
                            FIRST_ROW + i,
                            "客户" + i,
                            added,
                            added));
            each(
                    "INSERT INTO customer_state VALUES (" + brand
                            + ", ?, 'INTEREST', ?, FALSE, NULL, FALSE, 0, 0, NULL,"
                            + " NULL, NULL, 70, 40, 50, 0.8, ?, '" + edition + "')",
                    (row, i) -> set(row, FIRST_ROW + i, added, now));
            each(
                    "INSERT INTO identity (brand, id, public_id, type, id_scope, id_value, customer, source, created_at) VALUES ("
                            + brand + ", ?, ?, 'EXTERNAL_USERID', '" + CORP + "', ?, ?, 'PLATFORM', ?)",
                    (row, i) -> set(row, FIRST_ROW + i, UUID.randomUUID(), contact(i), FIRST_ROW + i, added));
            each(
                    "INSERT INTO relationship VALUES (" + brand
                            + ", ?, ?, ?, ?, ?, NULL, NULL, 1, ?, NULL, NULL, NULL, NULL,"
                            + " 0, NULL, 70, 50, ?, 1, ?, ?)",
                    (row, i) -> set(
                            row,
                            FIRST_ROW + i,
                            UUID.randomUUID(),
                            FIRST_ROW + i,
                            accounts.get(i % MEMBERS),
                            FIRST_ROW + i,
                            added,
                            now,
                            added,
                            added));
        }

        private void each(String insert, Binding binding) throws SQLException {
            try (var row = connection.prepareStatement(insert)) {
                for (int i = 0; i < customers; i++) {
                    binding.bind(row, i);
                    row.addBatch();
                    if (i % 1000 == 999) {
                        row.executeBatch();
                    }
                }
                row.executeBatch();
            }
        }

        private static void set(PreparedStatement row, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
        }

        @FunctionalInterface
        private interface Binding {
            void bind(PreparedStatement row, int number) throws SQLException;
        }
    }
}
