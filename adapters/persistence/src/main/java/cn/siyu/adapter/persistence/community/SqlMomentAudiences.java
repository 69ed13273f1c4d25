package cn.siyu.adapter.persistence.community;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person is looked at as a whole: an opt-out, a ban or a tag of any of the customers that are
/// one person counts.
@Singleton
final class SqlMomentAudiences implements MomentAudiences {
    private static final String TAGGED = """
             AND EXISTS (SELECT 1 FROM customer tb JOIN customer_tag t ON t.brand = tb.brand AND t.customer = tb.id
               WHERE tb.brand = h.brand AND tb.person = h.person AND (t.account = 0 OR t.account = r.account)
                 AND t.tag IN (""";

    private static final String BANNED = """
            EXISTS (SELECT 1 FROM customer bb WHERE bb.brand = h.brand AND bb.person = h.person
              AND bb.blacklisted = TRUE)""";

    private static final String OPTED_OUT = """
            EXISTS (SELECT 1 FROM customer ob JOIN opt_out o ON o.brand = ob.brand AND o.customer = ob.id
              WHERE ob.brand = h.brand AND ob.person = h.person AND o.touchpoint IN ('ALL', 'MOMENTS'))""";

    private static final String UNWILLING = "CASE WHEN " + OPTED_OUT + " OR " + BANNED + " THEN 1 ELSE 0 END";

    private final Sql sql;

    SqlMomentAudiences(Sql sql) {
        this.sql = sql;
    }

    private record Found(ChannelAccountId account, Audience audience) {}

    @Override
    public Map<ChannelAccountId, Audience> count(
            BrandId brand, Collection<ChannelAccountId> accounts, Set<TagId> tags, Instant at) {
        var parameters = new ArrayList<@Nullable Object>(List.of(at, brand));
        parameters.addAll(tags);
        Map<ChannelAccountId, Audience> counts = new HashMap<>();
        sql.wanted(
                        Wanted.numbers(accounts),
                        "r.account",
                        "SELECT v.account, SUM(CASE WHEN v.unwilling = 0 AND v.hidden = 0 THEN 1 ELSE 0 END) AS chosen,"
                                + " SUM(CASE WHEN v.unwilling = 0 THEN v.hidden ELSE 0 END) AS silenced,"
                                + " SUM(v.unwilling) AS opted_out FROM (SELECT r.account,"
                                + " CASE WHEN r.silenced_until > m.at THEN 1 ELSE 0 END AS hidden, "
                                + UNWILLING + " AS unwilling FROM relationship r %s"
                                + " JOIN (SELECT CAST(? AS timestamp with time zone) AS at) m ON 1 = 1"
                                + " JOIN customer h ON h.brand = r.brand AND h.id = r.customer"
                                + " WHERE r.brand = ? AND r.ended_at IS NULL"
                                + (tags.isEmpty() ? "" : " " + TAGGED + Sql.marks(tags.size()) + "))")
                                + ") v GROUP BY v.account",
                        row -> new Found(
                                new ChannelAccountId(row.number("account")),
                                new Audience(row.integer("chosen"), row.integer("silenced"), row.integer("opted_out"))),
                        parameters.toArray())
                .forEach(each -> counts.put(each.account(), each.audience()));
        return counts;
    }

    @Override
    public List<Silenced> silenced(
            BrandId brand, Sight sight, @Nullable ChannelAccountId account, Instant at, long after, int atMost) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, after, at));
        parameters.addAll(seen.parameters());
        if (account != null) {
            parameters.add(account);
        }
        parameters.add(atMost);
        return sql.list(
                """
                SELECT r.id, r.public_id, c.public_id AS customer, a.public_id AS account, r.silenced_times,
                  r.silenced_until
                FROM relationship r
                JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                JOIN customer h ON h.brand = r.brand AND h.id = r.customer
                JOIN customer c ON c.brand = h.brand AND c.id = h.person
                WHERE r.brand = ? AND r.id > ? AND r.ended_at IS NULL AND r.silenced_until > ?""" + seen.account("a")
                        + (account == null ? "" : " AND r.account = ?")
                        + " ORDER BY r.id FETCH FIRST ? ROWS ONLY",
                row -> new Silenced(
                        row.number("id"),
                        row.publicId("public_id"),
                        row.publicId("customer"),
                        row.publicId("account"),
                        row.integer("silenced_times"),
                        row.instant("silenced_until")),
                parameters.toArray());
    }

    @Override
    public List<LeftOut> leftOut(
            BrandId brand, Sight sight, ChannelAccountId account, Set<TagId> tags, Instant at, long after, int atMost) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<@Nullable Object>(List.of(at, brand, account, after));
        parameters.addAll(seen.parameters());
        parameters.addAll(tags);
        parameters.add(atMost);
        return sql.list(
                "SELECT v.* FROM (SELECT r.id, r.public_id, c.public_id AS customer,"
                        + " COALESCE(NULLIF(r.remark, ''), c.nickname) AS name, r.silenced_until, CASE WHEN " + BANNED
                        + " THEN 'BLACKLISTED' WHEN " + OPTED_OUT + " THEN 'OPTED_OUT'"
                        + " WHEN r.silenced_until > m.at THEN 'NOT_INTERESTED' END AS why"
                        + " FROM relationship r JOIN (SELECT CAST(? AS timestamp with time zone) AS at) m ON 1 = 1"
                        + " JOIN channel_account a ON a.brand = r.brand AND a.id = r.account"
                        + " JOIN customer h ON h.brand = r.brand AND h.id = r.customer"
                        + " JOIN customer c ON c.brand = h.brand AND c.id = h.person"
                        + " WHERE r.brand = ? AND r.account = ? AND r.id > ? AND r.ended_at IS NULL"
                        + seen.account("a")
                        + (tags.isEmpty() ? "" : " " + TAGGED + Sql.marks(tags.size()) + "))")
                        + ") v WHERE v.why IS NOT NULL ORDER BY v.id FETCH FIRST ? ROWS ONLY",
                SqlMomentAudiences::leftOut,
                parameters.toArray());
    }

    private static LeftOut leftOut(Row row) throws SQLException {
        Why why = row.constant("why", Why.class);
        return new LeftOut(
                row.number("id"),
                row.publicId("public_id"),
                row.publicId("customer"),
                row.textOrNull("name"),
                why,
                why == Why.NOT_INTERESTED ? row.instant("silenced_until") : null);
    }

    private record Contact(PublicId relationship, IdentityKey key) {}

    @Override
    public Map<PublicId, IdentityKey> contacts(
            BrandId brand, ChannelAccountId account, Collection<PublicId> relationships) {
        Map<PublicId, IdentityKey> contacts = new HashMap<>();
        sql.wanted(
                        Wanted.publicIds(relationships),
                        "r.public_id",
                        "SELECT r.public_id, i.type, i.id_scope, i.id_value FROM relationship r %s"
                                + " JOIN identity i ON i.brand = r.brand AND i.id = r.identity"
                                + " WHERE r.brand = ? AND r.account = ?",
                        row -> new Contact(
                                row.publicId("public_id"),
                                new IdentityKey(
                                        row.constant("type", IdentityType.class),
                                        row.text("id_scope"),
                                        row.text("id_value"))),
                        brand,
                        account)
                .forEach(each -> contacts.put(each.relationship(), each.key()));
        return contacts;
    }
}
