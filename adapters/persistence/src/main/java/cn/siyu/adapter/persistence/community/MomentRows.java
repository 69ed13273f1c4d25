package cn.siyu.adapter.persistence.community;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.community.MomentPost.Progress;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.community.MomentPostId;
import cn.siyu.domain.task.TaskId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Posts as rows.
final class MomentRows {
    private static final long NO_TASK = 0;

    private MomentRows() {}

    static MomentPost post(Row row) throws SQLException {
        long task = row.number("task");
        return new MomentPost(
                new MomentPostId(row.number("id")),
                row.publicId("public_id"),
                new MomentPlanId(row.number("plan")),
                new ChannelAccountId(row.number("account")),
                row.constant("state", State.class),
                row.textOrNull("reason"),
                row.instant("publish_at"),
                new Audience(row.integer("chosen"), row.integer("silenced"), row.integer("opted_out")),
                new Progress(
                        row.instantOrNull("due_at"),
                        row.instantOrNull("called_at"),
                        row.textOrNull("job_ref"),
                        row.textOrNull("moment_ref"),
                        task == NO_TASK ? null : new TaskId(task),
                        row.instantOrNull("published_at"),
                        row.integer("looks"),
                        row.integer("likes"),
                        row.integer("comments")),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    static @Nullable Object[] added(BrandId brand, MomentPost post) {
        var by = post.progress();
        return new @Nullable Object[] {
            brand,
            post.id().value(),
            post.publicId(),
            post.plan().value(),
            post.account(),
            post.state().name(),
            post.reason(),
            post.publishAt(),
            post.audience().chosen(),
            post.audience().silenced(),
            post.audience().optedOut(),
            by.dueAt(),
            by.calledAt(),
            by.jobId(),
            by.momentId(),
            task(by),
            by.publishedAt(),
            by.looks(),
            by.likes(),
            by.comments(),
            post.version(),
            post.createdAt(),
            post.updatedAt()
        };
    }

    static @Nullable Object[] replaced(BrandId brand, MomentPost post) {
        var by = post.progress();
        return new @Nullable Object[] {
            post.state().name(),
            post.reason(),
            post.audience().chosen(),
            post.audience().silenced(),
            post.audience().optedOut(),
            by.dueAt(),
            by.calledAt(),
            by.jobId(),
            by.momentId(),
            task(by),
            by.publishedAt(),
            by.looks(),
            by.likes(),
            by.comments(),
            post.version(),
            post.updatedAt(),
            brand,
            post.id().value(),
            post.version() - 1
        };
    }

    private static long task(Progress by) {
        TaskId task = by.task();
        return task == null ? NO_TASK : task.value();
    }
}
