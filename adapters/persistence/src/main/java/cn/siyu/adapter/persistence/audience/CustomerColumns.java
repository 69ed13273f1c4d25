package cn.siyu.adapter.persistence.audience;

import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Field;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/// Where the fields of customers live, for queries that read `customer c` joined with
/// `customer_state s`.
public final class CustomerColumns implements ColumnResolver {
    private static final Duration RECENTLY = Duration.ofDays(30);
    private static final String LIVE = """
            SELECT 1 FROM customer b JOIN relationship r ON r.brand = b.brand AND r.customer = b.id
            JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
            %s WHERE b.brand = c.brand AND b.person = c.id AND r.ended_at IS NULL""";

    /// What the customer bought in the window of the brand's scale `v`.
    private static final String BOUGHT =
            "COALESCE((SELECT CAST(SUM(o.amount_minor - o.refunded_minor) AS bigint) FROM customer b"
                    + " JOIN customer_order o ON o.brand = b.brand AND o.customer = b.id"
                    + " WHERE b.brand = c.brand AND b.person = c.id AND o.paid_at > v.since_at), 0)";

    private static final String OPT_OUT = """
            SELECT 1 FROM customer b JOIN opt_out o ON o.brand = b.brand AND o.customer = b.id
            WHERE b.brand = c.brand AND b.person = c.id""";

    @Override
    public FieldColumn column(Field field, AsOf asOf) {
        return switch (CustomerField.of(field).orElseThrow()) {
            case NICKNAME -> scalar("c.nickname");
            case GENDER -> scalar("NULLIF(c.gender, 'UNKNOWN')");
            case TAGS -> members("""
                        SELECT 1 FROM customer b JOIN customer_tag ct ON ct.brand = b.brand AND ct.customer = b.id
                        JOIN tag t ON t.brand = ct.brand AND t.id = ct.tag
                        WHERE b.brand = c.brand AND b.person = c.id""", "t.name", "t.group_name || '/' || t.name");
            case STAGE -> scalar("s.stage");
            case DORMANT -> scalar("s.dormant");
            case LOST -> scalar("s.lost");
            case BLACKLISTED -> scalar("""
                        (EXISTS (SELECT 1 FROM customer b WHERE b.brand = c.brand AND b.person = c.id AND b.blacklisted))""");
            case OPTED_OUT -> scalar("(EXISTS (" + OPT_OUT + "))");
            case OPT_OUTS -> members(OPT_OUT, "o.touchpoint");
            case TRUST -> scalar("s.trust");
            case TRUST_BRAND -> scalar("s.trust_brand");
            case TRUST_SOCIAL -> scalar("s.trust_social");
            case TRUST_CONFIDENCE -> scalar("s.confidence");
            case CHANNEL -> members(LIVE.formatted(""), "a.channel");
            case SOURCE -> members(LIVE.formatted(""), "r.source");
            case CONTACT_WAY ->
                members(LIVE.formatted("JOIN contact_way w ON w.brand = r.brand AND w.id = r.contact_way"), "w.name");
            case ADD_WAY -> members(LIVE.formatted(""), "CAST(r.add_way AS varchar)");
            case ACCOUNT -> members(LIVE.formatted(""), "a.address");
            case STORE ->
                members(
                        LIVE.formatted("JOIN department d ON d.brand = a.brand AND d.id = a.department"
                                + " AND d.kind = 'STORE'"),
                        "d.name");
            case DEPARTMENT ->
                members(
                        LIVE.formatted("JOIN department d ON d.brand = a.brand AND d.id = a.department"
                                + " JOIN department u ON u.brand = d.brand AND d.path LIKE u.path || '%'"),
                        "u.name");
            case ADDED_AT -> scalar("""
                        (SELECT MIN(r.added_at) FROM customer b
                        JOIN relationship r ON r.brand = b.brand AND r.customer = b.id
                        WHERE b.brand = c.brand AND b.person = c.id AND r.ended_at IS NULL)""");
            case ORDERS_COUNT -> scalar("CAST(s.orders_count AS bigint)");
            case ORDERS_AMOUNT -> scalar("s.orders_amount");
            case ORDERS_LAST_PAID -> scalar("s.last_paid_at");
            case VALUE_AMOUNT -> scalar("(SELECT " + BOUGHT + " FROM value_scale v WHERE v.brand = c.brand)");
            case VALUE_TIER ->
                scalar(
                        "(SELECT CASE WHEN " + BOUGHT + " >= v.core_from THEN 'CORE' WHEN " + BOUGHT
                                + " >= v.middle_from THEN 'MIDDLE' ELSE 'OTHER' END FROM value_scale v WHERE v.brand = c.brand)");
            case LAST_INTERACTION -> scalar("s.last_interaction_at");
            case INTERACTIONS_30_DAYS ->
                new FieldColumn.Scalar(
                        new SqlFragment("""
                        (SELECT COUNT(*) FROM customer b
                        JOIN interaction i ON i.brand = b.brand AND i.customer = b.id
                        WHERE b.brand = c.brand AND b.person = c.id AND i.occurred_at > ?)""", List.of(asOf.now().minus(RECENTLY).atOffset(ZoneOffset.UTC))));
            case LAST_CONTACT -> scalar("""
                        (SELECT MAX(x.resulted_at) FROM customer b
                        JOIN send_result x ON x.brand = b.brand AND x.customer = b.id
                        WHERE b.brand = c.brand AND b.person = c.id AND x.status = 'DELIVERED')""");
            case IGNORED_STREAK -> scalar("""
                        COALESCE((SELECT CAST(MAX(l.ignored_streak) AS bigint) FROM customer b
                        JOIN contact_ledger l ON l.brand = b.brand AND l.customer = b.id
                        WHERE b.brand = c.brand AND b.person = c.id), 0)""");
        };
    }

    private static FieldColumn scalar(String expression) {
        return new FieldColumn.Scalar(SqlFragment.of(expression));
    }

    private static FieldColumn members(String rows, String... names) {
        return new FieldColumn.Members(SqlFragment.of(rows), List.of(names));
    }
}
