package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlTags implements Tags {
    private static final String SELECT =
            "SELECT id, public_id, group_name, name, channel_ref, version, created_at, updated_at FROM tag ";

    private static final Additions SET = new Additions("""
            INSERT INTO customer_tag (brand, customer, tag, account, source, created_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "customer", "tag", "account");

    private final Sql sql;

    SqlTags(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Tag tag) {
        int added = sql.update(
                """
                INSERT INTO tag (brand, id, public_id, group_name, name, channel_ref, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                brand,
                tag.id(),
                tag.publicId(),
                tag.group(),
                tag.name(),
                tag.channelRef(),
                tag.version(),
                tag.createdAt(),
                tag.updatedAt());
        if (added == 0) {
            throw new AlreadyExists("tag", tag.group() + "/" + tag.name());
        }
    }

    @Override
    public void replace(BrandId brand, Tag tag) {
        int replaced = sql.update(
                """
                UPDATE tag SET group_name = ?, name = ?, channel_ref = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                tag.group(),
                tag.name(),
                tag.channelRef(),
                tag.version(),
                tag.updatedAt(),
                brand,
                tag.id(),
                tag.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("tag", tag.id().value());
        }
    }

    @Override
    public List<Tag> findAll(BrandId brand, Collection<TagId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list(
                        SELECT + "WHERE brand = ? AND id IN (" + Sql.marks(ids.size()) + ") ORDER BY id",
                        SqlTags::tag,
                        brand,
                        ids);
    }

    @Override
    public Optional<Tag> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE brand = ? AND public_id = ?", SqlTags::tag, brand, id);
    }

    @Override
    public Optional<Tag> byName(BrandId brand, String group, String name) {
        return sql.first(SELECT + "WHERE brand = ? AND group_name = ? AND name = ?", SqlTags::tag, brand, group, name);
    }

    @Override
    public List<Tag> byChannelRefs(BrandId brand, Collection<String> refs) {
        return refs.isEmpty()
                ? List.of()
                : sql.list(
                        SELECT + "WHERE brand = ? AND channel_ref IN (" + Sql.marks(refs.size()) + ") ORDER BY id",
                        SqlTags::tag,
                        brand,
                        refs);
    }

    @Override
    public List<Tag> all(BrandId brand) {
        return sql.list(SELECT + "WHERE brand = ? ORDER BY group_name, name", SqlTags::tag, brand);
    }

    private static Tag tag(Row row) throws SQLException {
        return new Tag(
                new TagId(row.number("id")),
                row.publicId("public_id"),
                row.text("group_name"),
                row.text("name"),
                row.textOrNull("channel_ref"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    @Override
    public List<Assignment> of(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(
                Wanted.numbers(customers),
                "customer",
                "SELECT customer, tag, account FROM customer_tag %s WHERE brand = ? ORDER BY customer, tag, account",
                SqlTags::assignment,
                brand);
    }

    private static Assignment assignment(Row row) throws SQLException {
        long account = row.number("account");
        return new Assignment(
                new CustomerId(row.number("customer")),
                new TagId(row.number("tag")),
                account == 0 ? null : new ChannelAccountId(account));
    }

    private static long accountOf(Assignment assignment) {
        var account = assignment.account();
        return account == null ? 0 : account.value();
    }

    @Override
    public Set<Assignment> set(BrandId brand, Collection<Assignment> assignments, String source, Instant at) {
        boolean[] added = sql.add(
                SET,
                assignments.stream()
                        .map(one ->
                                new @Nullable Object[] {brand, one.customer(), one.tag(), accountOf(one), source, at})
                        .toList());
        return those(assignments, i -> added[i]);
    }

    @Override
    public Set<Assignment> unset(BrandId brand, Collection<Assignment> assignments) {
        int[] counts = sql.batch(
                "DELETE FROM customer_tag WHERE brand = ? AND customer = ? AND tag = ? AND account = ?",
                assignments.stream()
                        .map(one -> new @Nullable Object[] {brand, one.customer(), one.tag(), accountOf(one)})
                        .toList());
        return those(assignments, i -> counts[i] > 0);
    }

    private static Set<Assignment> those(Collection<Assignment> assignments, IntPredicate wanted) {
        var found = new LinkedHashSet<Assignment>();
        int at = 0;
        for (Assignment assignment : assignments) {
            if (wanted.test(at++)) {
                found.add(assignment);
            }
        }
        return found;
    }

    @Override
    public void note(BrandId brand, Collection<Noted> changes) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Noted change : changes) {
            var one = change.assignment();
            rows.add(new @Nullable Object[] {
                brand,
                change.id(),
                one.customer(),
                one.tag(),
                accountOf(one),
                change.set(),
                change.source(),
                change.at()
            });
        }
        sql.batch("""
                INSERT INTO tag_change (brand, id, customer, tag, account, was_set, source, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }
}
