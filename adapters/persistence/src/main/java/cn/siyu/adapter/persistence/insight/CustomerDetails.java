package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.customer.RelationshipColumns;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityConflict;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Everything that hangs on one customer, in two queries: its relationships, and all the short lists at once.
@Singleton
final class CustomerDetails {
    private static final String RELATIONSHIPS = """
            SELECT r.id, r.public_id, r.customer, r.account, r.identity, r.source, r.contact_way, r.add_way, r.added_at,
              r.ended_by, r.ended_at, r.remark, r.description, r.version, r.created_at, r.updated_at, r.trust,
              r.trust_social, a.public_id AS account_id, a.name AS account_name, a.address, a.channel,
              st.public_id AS staff_id, st.name AS staff_name, w.public_id AS way_id, w.name AS way_name
            FROM relationship r
            JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
            JOIN staff st ON st.brand = a.brand AND st.id = a.staff
            LEFT JOIN contact_way w ON w.brand = r.brand AND w.id = r.contact_way
            WHERE r.brand = ? AND r.customer = ?""";
    // one query around the union, because H2 keeps the plans of queries but not of unions
    private static final String LISTS = """
            SELECT * FROM (
            SELECT 'IDENTITY' AS list, i.id AS place, i.type AS a, i.id_scope AS b, i.id_value AS c, '' AS d,
              CAST(NULL AS uuid) AS other, i.created_at AS since
            FROM identity i WHERE i.brand = ? AND i.customer = ?
            UNION ALL
            SELECT 'TAG', MIN(t.id), t.group_name, t.name, '', '', t.public_id, MIN(ct.created_at)
            FROM customer_tag ct JOIN tag t ON t.brand = ct.brand AND t.id = ct.tag
            WHERE ct.brand = ? AND ct.customer = ? GROUP BY t.group_name, t.name, t.public_id
            UNION ALL
            SELECT 'OPT_OUT', 0, o.touchpoint, '', '', '', CAST(NULL AS uuid), o.since
            FROM opt_out o WHERE o.brand = ? AND o.customer = ?
            UNION ALL
            SELECT 'CONFLICT', x.id, x.type, x.id_scope, x.id_value, x.reason, oc.public_id, x.noted_at
            FROM identity_conflict x LEFT JOIN customer oc ON oc.brand = x.brand AND oc.id = x.other_customer
            WHERE x.brand = ? AND x.customer = ?""";

    private final Sql sql;

    CustomerDetails(Sql sql) {
        this.sql = sql;
    }

    /// Relationships with accounts that aren't seen are left out; so are conflicts with customers that aren't, whose
    /// identities they tell.
    CustomerDetail of(BrandId brand, Seen seen, CustomerSummary summary) {
        var id = summary.customer().id();
        var relationships = sql.list(
                RELATIONSHIPS + seen.account("a") + " ORDER BY r.id",
                CustomerDetails::followed,
                brand,
                id,
                seen.parameters());
        var identities = new ArrayList<CustomerDetail.KnownIdentity>();
        var tags = new ArrayList<CustomerDetail.SetTag>();
        var optOuts = new ArrayList<CustomerDetail.OptedOut>();
        var conflicts = new ArrayList<CustomerDetail.Conflict>();
        for (Item item : items(brand, seen, id)) {
            switch (item) {
                case Item.Identity(var identity) -> identities.add(identity);
                case Item.Tag(var tag) -> tags.add(tag);
                case Item.OptOut(var optOut) -> optOuts.add(optOut);
                case Item.Conflict(var conflict) -> conflicts.add(conflict);
            }
        }
        return new CustomerDetail(summary, identities, relationships, tags, optOuts, conflicts);
    }

    private List<Item> items(BrandId brand, Seen seen, CustomerId id) {
        String others = seen.everything()
                ? ""
                : " AND (x.other_customer IS NULL OR 1 = 1" + seen.customer("oc.brand", "oc.id") + ")";
        return sql.list(
                LISTS + others + ") item ORDER BY list, place, a",
                CustomerDetails::item,
                brand,
                id,
                brand,
                id,
                brand,
                id,
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
                        key(row),
                        row.constant("d", IdentityConflict.Reason.class),
                        row.publicIdOrNull("other"),
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
