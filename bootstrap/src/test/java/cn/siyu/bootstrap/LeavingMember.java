package cn.siyu.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A member of the sandbox's corp who has customers and groups, and leaves: what the simulator has
/// of it, and what the product has.
public final class LeavingMember {
    /// Who leaves.
    public static final String LEAVER = "store1-1";

    /// Who takes over, of the same store and of another one.
    public static final List<String> COLLEAGUES = List.of("store1-2", "store1-3", "store2-1");

    private static final String BRAND = "/v1/brands/demo";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Api simulator;
    private final String corp;
    private final List<String> contacts = new ArrayList<>();

    public LeavingMember(Api simulator) throws IOException, InterruptedException {
        this.simulator = simulator;
        this.corp = "/simulator/corps/"
                + simulator.get("/simulator/corps").path("corps").get(0).asText();
    }

    /// One relationship, as either side has it.
    public record Seen(Instant since, String remark) {}

    private void act(String type, String fields) throws IOException, InterruptedException {
        simulator.post(corp + "/actions", "{\"type\":\"" + type + "\"," + fields + "}");
    }

    /// Customers and groups come to the one who will leave; every tenth customer gets a remark,
    /// every fifth of them knows a colleague too.
    public void gets(int customers, int groups) throws IOException, InterruptedException {
        for (int i = 0; i < customers; i++) {
            act("ADD", "\"name\":\"客户" + i + "\",\"userid\":\"" + LEAVER + "\",\"addWay\":1");
        }
        for (String line : lines("/customers")) {
            var row = JSON.readTree(line);
            row.path("followers").forEach(follower -> {
                if (follower.path("userid").asText().equals(LEAVER)) {
                    contacts.add(row.path("externalUserId").asText());
                }
            });
        }
        for (int i = 0; i < contacts.size(); i += 10) {
            String customer = "\"customer\":\"" + contacts.get(i) + "\"";
            act("REMARK", customer + ",\"userid\":\"" + LEAVER + "\",\"remark\":\"备注" + i + "\"");
            if (i % 50 == 0) {
                act("ADD", customer + ",\"userid\":\"" + COLLEAGUES.getFirst() + "\",\"addWay\":4");
            }
        }
        for (int i = 0; i < groups; i++) {
            act("CREATE_GROUP", "\"userid\":\"" + LEAVER + "\",\"name\":\"群" + i + "\"");
        }
    }

    /// The customers that came, by what the platform calls them.
    public List<String> contacts() {
        return List.copyOf(contacts);
    }

    /// The member leaves the company.
    public void leaves() throws IOException, InterruptedException {
        act("MEMBER_LEAVES", "\"userid\":\"" + LEAVER + "\"");
    }

    /// A customer refuses to be handed over.
    public void refuses(String contact) throws IOException, InterruptedException {
        act("REFUSE_TRANSFER", "\"customer\":\"" + contact + "\"");
    }

    /// Orders that everything goes to the colleagues.
    ///
    /// @return the path of the order
    public static String order(Api product) throws IOException, InterruptedException {
        var accounts = new TreeMap<String, JsonNode>();
        product.get(BRAND + "/channel-accounts?limit=100")
                .path("items")
                .forEach(one -> accounts.put(one.path("address").asText(), one));
        var takers = new ArrayList<String>();
        for (String colleague : COLLEAGUES) {
            takers.add("{\"account\":\""
                    + Objects.requireNonNull(accounts.get(colleague)).path("id").asText() + "\"}");
        }
        var order = product.post(
                BRAND + "/inheritances",
                "{\"staff\":\""
                        + Objects.requireNonNull(accounts.get(LEAVER))
                                .path("staff")
                                .asText() + "\",\"kind\":\"AFTER_LEAVING\",\"takers\":[" + String.join(",", takers)
                        + "]}");
        return BRAND + "/inheritances/" + order.path("id").asText();
    }

    /// All relationships that both sides of the platform know, by member and customer.
    public Map<String, Seen> there() throws IOException, InterruptedException {
        var all = new TreeMap<String, Seen>();
        for (String line : lines("/customers")) {
            var row = JSON.readTree(line);
            row.path("followers").forEach(one -> {
                if (!one.path("deletedByCustomer").asBoolean()) {
                    all.put(
                            one.path("userid").asText() + "/"
                                    + row.path("externalUserId").asText(),
                            new Seen(
                                    Instant.parse(one.path("addedAt").asText()),
                                    one.path("remark").asText()));
                }
            });
        }
        return all;
    }

    /// Who owns which group.
    public Map<String, String> owners() throws IOException, InterruptedException {
        var owners = new TreeMap<String, String>();
        for (String line : lines("/groups")) {
            var row = JSON.readTree(line);
            owners.put(row.path("chatId").asText(), row.path("owner").asText());
        }
        return owners;
    }

    private List<String> lines(String list) throws IOException, InterruptedException {
        return simulator
                .text(corp + list)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /// All live relationships in the product's database.
    public static Map<String, Seen> here(Connection database) throws SQLException {
        var all = new TreeMap<String, Seen>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT a.address, i.id_value, r.added_at, r.remark FROM relationship r
                        JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                        JOIN identity i ON i.brand = r.brand AND i.id = r.identity
                        WHERE r.ended_at IS NULL""")) {
            while (rows.next()) {
                String remark = rows.getString("remark");
                all.put(
                        rows.getString("address") + "/" + rows.getString("id_value"),
                        new Seen(
                                rows.getObject("added_at", OffsetDateTime.class).toInstant(),
                                remark == null ? "" : remark));
            }
        }
        return all;
    }

    /// Groups that the product believes to be taken over, with their new owners.
    public static Map<String, String> taken(Connection database) throws SQLException {
        var all = new TreeMap<String, String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT t.ref, a.address FROM transfer t
                        JOIN channel_account a ON a.brand = t.brand AND a.id = t.to_account
                        WHERE t.kind = 'GROUP' AND t.state = 'TAKEN'""")) {
            while (rows.next()) {
                all.put(rows.getString(1), rows.getString(2));
            }
        }
        return all;
    }

    /// Customers who count as lost although nobody deleted anybody.
    public static long lost(Connection database) throws SQLException {
        return count(database, """
                SELECT COUNT(*) FROM customer_state s WHERE s.lost AND NOT EXISTS (SELECT 1 FROM relationship r
                  WHERE r.brand = s.brand AND r.customer = s.customer AND r.ended_by IN ('CUSTOMER', 'STAFF'))""");
    }

    /// How many rows a query counts.
    public static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
