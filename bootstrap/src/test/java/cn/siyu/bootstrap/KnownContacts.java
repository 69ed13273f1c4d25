package cn.siyu.bootstrap;

import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All relationships of [LiveBrand], by member and customer: as the platform lists them to anybody
/// with the secret, and as the product's tables have them. When both are in step they are equal.
public final class KnownContacts {
    private static final List<String> GENDERS = List.of("UNKNOWN", "MALE", "FEMALE");

    private KnownContacts() {}

    /// One relationship, as either side has it.
    public record Seen(
            String name,
            String gender,
            String unionId,
            String remark,
            String description,
            long since,
            int addWay,
            String source,
            Set<String> tags) {}

    /// All on the platform.
    public static Map<String, Seen> there(WeComSimulator simulator) throws IOException, InterruptedException {
        var api = new Api(simulator.baseUrl(), "");
        String token = LiveBrand.token(api);
        var all = new TreeMap<String, Seen>();
        for (int i = 0; i < LiveBrand.MEMBERS; i++) {
            String cursor = "";
            do {
                var page = api.post(
                        "/cgi-bin/externalcontact/batch/get_by_user?access_token=" + token,
                        "{\"userid_list\":[\"" + LiveBrand.member(i) + "\"],\"limit\":100,\"cursor\":\"" + cursor
                                + "\"}");
                page.path("external_contact_list").forEach(row -> put(all, row));
                cursor = page.path("next_cursor").asText();
            } while (!cursor.isEmpty());
        }
        return all;
    }

    private static void put(Map<String, Seen> all, JsonNode row) {
        var contact = row.path("external_contact");
        var info = row.path("follow_info");
        var tags = new TreeSet<String>();
        info.path("tag_id").forEach(tag -> tags.add(tag.asText()));
        all.put(
                info.path("userid").asText() + "/"
                        + contact.path("external_userid").asText(),
                new Seen(
                        contact.path("name").asText(),
                        GENDERS.get(contact.path("gender").asInt()),
                        contact.path("unionid").asText(),
                        info.path("remark").asText(),
                        info.path("description").asText(),
                        info.path("createtime").asLong(),
                        info.path("add_way").asInt(),
                        info.path("state").asText(),
                        tags));
    }

    /// All live ones in the product's database.
    public static Map<String, Seen> here(Connection database) throws SQLException {
        var tags = new TreeMap<String, Set<String>>();
        each(
                database,
                "SELECT t.customer, t.account, g.channel_ref FROM customer_tag t"
                        + " JOIN tag g ON g.brand = t.brand AND g.id = t.tag",
                row -> tags.computeIfAbsent(row.getLong(1) + "/" + row.getLong(2), _ -> new TreeSet<>())
                        .add(row.getString(3)));
        var unionIds = new TreeMap<Long, String>();
        each(
                database,
                "SELECT customer, id_value FROM identity WHERE type = 'UNIONID'",
                row -> unionIds.put(row.getLong(1), row.getString(2)));
        var all = new TreeMap<String, Seen>();
        each(
                database,
                """
                SELECT a.address, i.id_value, c.nickname, c.gender, r.remark, r.description, r.added_at, r.add_way,
                  r.source, r.customer, r.account
                FROM relationship r
                JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                JOIN identity i ON i.brand = r.brand AND i.id = r.identity
                JOIN customer c ON c.brand = r.brand AND c.id = r.customer
                WHERE r.ended_at IS NULL""",
                row -> all.put(
                        row.getString("address") + "/" + row.getString("id_value"),
                        new Seen(
                                orEmpty(row.getString("nickname")),
                                row.getString("gender"),
                                unionIds.getOrDefault(row.getLong("customer"), ""),
                                orEmpty(row.getString("remark")),
                                orEmpty(row.getString("description")),
                                row.getObject("added_at", OffsetDateTime.class).toEpochSecond(),
                                row.getInt("add_way"),
                                orEmpty(row.getString("source")),
                                tags.getOrDefault(row.getLong("customer") + "/" + row.getLong("account"), Set.of()))));
        return all;
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection database, String query, Reader reader) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
