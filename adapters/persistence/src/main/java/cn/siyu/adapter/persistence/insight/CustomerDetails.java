package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.customer.RelationshipColumns;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityConflict;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Everything that hangs on one customer, in two queries: its relationships, and all the short
/// lists at once.
@Singleton
final class CustomerDetails {
    private static String relationships(boolean merged) {
        return """
            SELECT r.id, r.public_id, r.customer, r.account, r.identity, r.source, r.contact_way, r.add_way, r.added_at,
              r.ended_by, r.ended_at, r.remark, r.description, r.version, r.created_at, r.updated_at, r.trust,
              r.trust_social, a.public_id AS account_id, a.name AS account_name, a.address, a.channel,
              st.public_id AS staff_id, st.name AS staff_name, w.public_id AS way_id, w.name AS way_name
            FROM relationship r%s
            JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
            JOIN staff st ON st.brand = a.brand AND st.id = a.staff
            LEFT JOIN contact_way w ON w.brand = r.brand AND w.id = r.contact_way
            WHERE %s""".formatted(births("r", merged), whose("r", merged));
    }

    // one query around the union, because H2 keeps the plans of queries but not of unions
    private static String lists(List<String> parts) {
        return """
            SELECT * FROM (
            SELECT 'IDENTITY' AS list, i.id AS place, i.type AS a, i.id_scope AS b, i.id_value AS c, '' AS d,
              CAST(NULL AS uuid) AS other, i.created_at AS since, CAST(NULL AS uuid) AS own
            FROM identity i%s WHERE %s
            UNION ALL
            SELECT 'TAG', MIN(t.id), t.group_name, t.name, '', '', t.public_id, MIN(ct.created_at), CAST(NULL AS uuid)
            FROM customer_tag ct%s JOIN tag t ON t.brand = ct.brand AND t.id = ct.tag
            WHERE %s GROUP BY t.group_name, t.name, t.public_id
            UNION ALL
            SELECT 'OPT_OUT', 0, o.touchpoint, '', '', '', CAST(NULL AS uuid), MIN(o.since), CAST(NULL AS uuid)
            FROM opt_out o%s WHERE %s GROUP BY o.touchpoint
            UNION ALL
            SELECT 'CONFLICT', x.id, k.type, k.id_scope, k.id_value, x.reason, oc.public_id, x.noted_at, x.public_id
            FROM identity i%s JOIN identity_conflict x ON x.brand = i.brand AND x.low = i.id AND x.settled_at IS NULL
            JOIN identity k ON k.brand = x.brand AND k.id = x.high
            JOIN customer oh ON oh.brand = k.brand AND oh.id = k.customer
            JOIN customer oc ON oc.brand = oh.brand AND oc.id = oh.person
            WHERE %s%s
            UNION ALL
            SELECT 'CONFLICT', x.id, k.type, k.id_scope, k.id_value, x.reason, oc.public_id, x.noted_at, x.public_id
            FROM identity i%s JOIN identity_conflict x ON x.brand = i.brand AND x.high = i.id AND x.settled_at IS NULL
            JOIN identity k ON k.brand = x.brand AND k.id = x.low
            JOIN customer oh ON oh.brand = k.brand AND oh.id = k.customer
            JOIN customer oc ON oc.brand = oh.brand AND oc.id = oh.person
            WHERE %s%s""".formatted(parts.toArray());
    }

    private final Sql sql;

    CustomerDetails(Sql sql) {
        this.sql = sql;
    }

    /// Relationships with accounts that aren't seen are left out; so are conflicts with customers
    /// that aren't, whose identities they tell.
    ///
    /// @param merged whether the person has other birth customers, whose facts are its own
    CustomerDetail of(BrandId brand, Seen seen, CustomerSummary summary, boolean merged) {
        var id = summary.customer().id();
        var relationships = sql.list(
                relationships(merged) + seen.account("a") + " ORDER BY r.id",
                CustomerDetails::followed,
                brand,
                id,
                seen.parameters());
        var identities = new ArrayList<CustomerDetail.KnownIdentity>();
        var tags = new ArrayList<CustomerDetail.SetTag>();
        var optOuts = new ArrayList<CustomerDetail.OptedOut>();
        var conflicts = new ArrayList<CustomerDetail.Conflict>();
        for (Item item : items(brand, seen, id, merged)) {
            switch (item) {
                case Item.Identity(var identity) -> identities.add(identity);
                case Item.Tag(var tag) -> tags.add(tag);
                case Item.OptOut(var optOut) -> optOuts.add(optOut);
                case Item.Conflict(var conflict) -> conflicts.add(conflict);
            }
        }
        return new CustomerDetail(summary, identities, relationships, tags, optOuts, conflicts);
    }

    /// Facts of a person with one birth customer are looked up by its number alone.
    private static String births(String table, boolean merged) {
        return merged
                ? " JOIN customer birth ON birth.brand = " + table + ".brand AND birth.id = " + table + ".customer"
                : "";
    }

    private static String whose(String table, boolean merged) {
        return merged ? "birth.brand = ? AND birth.person = ?" : table + ".brand = ? AND " + table + ".customer = ?";
    }

    private List<Item> items(BrandId brand, Seen seen, CustomerId id, boolean merged) {
        String others = seen.customer("oc.brand", "oc.id");
        var parts = new ArrayList<String>();
        for (String table : List.of("i", "ct", "o")) {
            parts.addAll(List.of(births(table, merged), whose(table, merged)));
        }
        for (int end = 0; end < 2; end++) {
            parts.addAll(List.of(births("i", merged), whose("i", merged), others));
        }
        return sql.list(
                lists(parts) + ") item ORDER BY list, place, a",
                CustomerDetails::item,
                brand,
                id,
                brand,
                id,
                brand,
                id,
                brand,
                id,
                seen.parameters(),
                brand,
                id,
                seen.parameters());
    }

    private sealed interface Item {
        record Identity(CustomerDetail.KnownIdentity identity) implements Item {}

        record Tag(CustomerDetail.SetTag tag) implements Item {}

        record OptOut(CustomerDetail.OptedOut optOut) implements Item {}

        record Conflict(CustomerDetail.Conflict conflict) implements Item {}
    }

    private static Item item(Row row) throws SQLException {
        return switch (row.text("list")) {
            case "IDENTITY" -> new Item.Identity(new CustomerDetail.KnownIdentity(key(row), row.instant("since")));
            case "TAG" -> new Item.Tag(new CustomerDetail.SetTag(row.publicId("other"), row.text("a"), row.text("b")));
            case "OPT_OUT" -> new Item.OptOut(new CustomerDetail.OptedOut(row.text("a"), row.instant("since")));
            case "CONFLICT" ->
                new Item.Conflict(new CustomerDetail.Conflict(
                        row.publicId("own"),
                        key(row),
                        row.constant("d", IdentityConflict.Reason.class),
                        row.publicId("other"),
                        row.instant("since")));
            default -> throw new IllegalStateException("an unknown list: " + row.text("list"));
        };
    }

    private static IdentityKey key(Row row) throws SQLException {
        return new IdentityKey(row.constant("a", IdentityType.class), row.text("b"), row.text("c"));
    }

    private static CustomerDetail.Followed followed(Row row) throws SQLException {
        return new CustomerDetail.Followed(
                RelationshipColumns.read(row),
                row.publicId("account_id"),
                row.text("account_name"),
                row.text("address"),
                row.text("channel"),
                row.publicId("staff_id"),
                row.text("staff_name"),
                row.publicIdOrNull("way_id"),
                row.textOrNull("way_name"),
                row.real("trust"),
                row.real("trust_social"));
    }
}
