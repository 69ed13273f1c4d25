package cn.siyu.adapter.persistence.community;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.TaskId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlMomentPlans implements MomentPlans {
    private static final String POSTS = """
            SELECT p.* FROM moment_post p JOIN channel_account a ON a.brand = p.brand AND a.id = p.account
            WHERE p.brand = ? AND p.plan = ?""";

    private final Sql sql;

    SqlMomentPlans(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, MomentPlan plan, List<MomentPost> posts) {
        sql.update(
                """
                INSERT INTO moment_plan (brand, id, public_id, material, publish_at, confirm_by, cancelled_at, version,
                  created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                plan.id().value(),
                plan.publicId(),
                plan.material().value(),
                plan.publishAt(),
                plan.confirmBy(),
                plan.cancelledAt(),
                plan.version(),
                plan.createdAt(),
                plan.updatedAt());
        sql.batch(
                "INSERT INTO moment_plan_tag (brand, plan, tag) VALUES (?, ?, ?)",
                plan.visibleTo().stream()
                        .map(tag -> new @Nullable Object[] {brand, plan.id().value(), tag})
                        .toList());
        sql.batch("""
                INSERT INTO moment_post (brand, id, public_id, plan, account, state, reason, publish_at, chosen,
                  silenced, opted_out, due_at, called_at, job_ref, moment_ref, task, published_at, looks, likes,
                  comments, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", posts.stream().map(post -> MomentRows.added(brand, post)).toList());
    }

    @Override
    public Optional<MomentPlan> byPublicId(BrandId brand, PublicId id) {
        return plans(
                        brand,
                        sql.list(
                                "SELECT * FROM moment_plan WHERE brand = ? AND public_id = ?",
                                SqlMomentPlans::plan,
                                brand,
                                id))
                .stream()
                .findFirst();
    }

    @Override
    public List<MomentPlan> findAll(BrandId brand, Set<MomentPlanId> ids) {
        return plans(
                brand,
                sql.wanted(
                        numbers(ids.stream().map(MomentPlanId::value).toList()),
                        "id",
                        "SELECT moment_plan.* FROM moment_plan %s WHERE brand = ? ORDER BY id",
                        SqlMomentPlans::plan,
                        brand));
    }

    @Override
    public List<MomentPlan> page(BrandId brand, long after, int atMost) {
        return plans(
                brand,
                sql.list(
                        "SELECT * FROM moment_plan WHERE brand = ? AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                        SqlMomentPlans::plan,
                        brand,
                        after,
                        atMost));
    }

    private static Wanted numbers(Collection<Long> ids) {
        return Wanted.numbers(ids);
    }

    private record Tagged(long plan, TagId tag) {}

    private List<MomentPlan> plans(BrandId brand, List<MomentPlan> bare) {
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<TagId>> tags = new HashMap<>();
        sql.wanted(
                        numbers(bare.stream().map(plan -> plan.id().value()).toList()),
                        "plan",
                        "SELECT plan, tag FROM moment_plan_tag %s WHERE brand = ?",
                        row -> new Tagged(row.number("plan"), new TagId(row.number("tag"))),
                        brand)
                .forEach(each ->
                        tags.computeIfAbsent(each.plan(), _ -> new HashSet<>()).add(each.tag()));
        return bare.stream()
                .map(plan -> new MomentPlan(
                        plan.id(),
                        plan.publicId(),
                        plan.material(),
                        tags.getOrDefault(plan.id().value(), Set.of()),
                        plan.publishAt(),
                        plan.confirmBy(),
                        plan.cancelledAt(),
                        plan.version(),
                        plan.createdAt(),
                        plan.updatedAt()))
                .toList();
    }

    @Override
    public void replace(BrandId brand, MomentPlan plan) {
        int replaced = sql.update(
                "UPDATE moment_plan SET cancelled_at = ?, version = ?, updated_at = ?"
                        + " WHERE brand = ? AND id = ? AND version = ?",
                plan.cancelledAt(),
                plan.version(),
                plan.updatedAt(),
                brand,
                plan.id().value(),
                plan.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("moment plan", plan.id().value());
        }
    }

    @Override
    public List<MomentPost> posts(BrandId brand, MomentPlanId plan, Sight sight, long after, int atMost) {
        var seen = Seen.by(sight);
        return sql.list(
                POSTS + " AND p.id > ?" + seen.account("a") + " ORDER BY p.id FETCH FIRST ? ROWS ONLY",
                MomentRows::post,
                brand,
                plan.value(),
                after,
                seen.parameters(),
                atMost);
    }

    @Override
    public Optional<MomentPost> post(BrandId brand, MomentPlanId plan, Sight sight, PublicId id) {
        var seen = Seen.by(sight);
        return sql.first(
                POSTS + " AND p.public_id = ?" + seen.account("a"),
                MomentRows::post,
                brand,
                plan.value(),
                id,
                seen.parameters());
    }

    private record Counted(MomentPlanId plan, State state, int posts) {}

    @Override
    public Map<MomentPlanId, Map<State, Integer>> counts(BrandId brand, Collection<MomentPlanId> plans, Sight sight) {
        var seen = Seen.by(sight);
        Map<MomentPlanId, Map<State, Integer>> counts = new HashMap<>();
        sql.wanted(
                        numbers(plans.stream().map(MomentPlanId::value).toList()),
                        "p.plan",
                        "SELECT p.plan, p.state, COUNT(*) AS posts FROM moment_post p %s"
                                + " JOIN channel_account a ON a.brand = p.brand AND a.id = p.account WHERE p.brand = ?"
                                + seen.account("a") + " GROUP BY p.plan, p.state",
                        row -> new Counted(
                                new MomentPlanId(row.number("plan")),
                                row.constant("state", State.class),
                                row.integer("posts")),
                        brand,
                        seen.parameters())
                .forEach(each -> counts.computeIfAbsent(each.plan(), _ -> new EnumMap<>(State.class))
                        .put(each.state(), each.posts()));
        return counts;
    }

    @Override
    public List<MomentPost> due(BrandId brand, Instant now, int atMost) {
        return sql.list(
                "SELECT * FROM moment_post WHERE brand = ? AND due_at <= ? ORDER BY due_at, id FETCH FIRST ? ROWS ONLY",
                MomentRows::post,
                brand,
                now,
                atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first(
                "SELECT due_at FROM moment_post WHERE brand = ? AND due_at IS NOT NULL ORDER BY due_at, id"
                        + " FETCH FIRST 1 ROWS ONLY",
                row -> row.instant("due_at"),
                brand);
    }

    @Override
    public List<MomentPost> abandoned(BrandId brand, Instant calledBefore, int atMost) {
        return sql.list(
                "SELECT * FROM moment_post WHERE brand = ? AND state = 'CALLING' AND called_at < ? ORDER BY id"
                        + " FETCH FIRST ? ROWS ONLY",
                MomentRows::post,
                brand,
                calledBefore,
                atMost);
    }

    @Override
    public List<MomentPost> ofTasks(BrandId brand, Collection<TaskId> tasks) {
        return sql.wanted(
                numbers(tasks.stream().map(TaskId::value).toList()),
                "task",
                "SELECT moment_post.* FROM moment_post %s WHERE brand = ? ORDER BY id",
                MomentRows::post,
                brand);
    }

    @Override
    public void replacePosts(BrandId brand, List<MomentPost> posts) {
        var rows = new ArrayList<@Nullable Object[]>();
        posts.forEach(post -> rows.add(MomentRows.replaced(brand, post)));
        boolean[] changed = sql.change("""
                UPDATE moment_post SET state = ?, reason = ?, chosen = ?, silenced = ?, opted_out = ?, due_at = ?,
                  called_at = ?, job_ref = ?, moment_ref = ?, task = ?, published_at = ?, looks = ?, likes = ?,
                  comments = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""", rows);
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("moment post", posts.get(i).id().value());
            }
        }
    }

    private record Used(ChannelAccountId account, int posts) {}

    @Override
    public Map<ChannelAccountId, Integer> taken(
            BrandId brand, Collection<ChannelAccountId> accounts, Instant from, Instant until) {
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, from, until));
        MomentPost.never().stream().sorted().forEach(state -> parameters.add(state.name()));
        Map<ChannelAccountId, Integer> taken = new HashMap<>();
        sql.wanted(
                        Wanted.numbers(accounts),
                        "account",
                        "SELECT account, COUNT(*) AS posts FROM moment_post %s WHERE brand = ? AND publish_at >= ?"
                                + " AND publish_at < ? AND state NOT IN ("
                                + Sql.marks(MomentPost.never().size()) + ") GROUP BY account",
                        row -> new Used(new ChannelAccountId(row.number("account")), row.integer("posts")),
                        parameters.toArray())
                .forEach(each -> taken.put(each.account(), each.posts()));
        return taken;
    }

    private static MomentPlan plan(Row row) throws SQLException {
        return new MomentPlan(
                new MomentPlanId(row.number("id")),
                row.publicId("public_id"),
                new MaterialId(row.number("material")),
                Set.of(),
                row.instant("publish_at"),
                row.instant("confirm_by"),
                row.instantOrNull("cancelled_at"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
