package cn.siyu.application.community;

import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Brings the end of a task back to the post it stands for, in the transaction in which it ended.
public final class MomentTasks implements TaskWitness {
    private static final String MOMENT = "MOMENT";

    private final MomentPlans plans;

    public MomentTasks(MomentPlans plans) {
        this.plans = plans;
    }

    @Override
    public void ended(BrandId brand, List<Task> tasks) {
        Map<TaskId, Task> moments = new HashMap<>();
        tasks.stream().filter(task -> task.kind().equals(MOMENT)).forEach(task -> moments.put(task.id(), task));
        if (moments.isEmpty()) {
            return;
        }
        List<MomentPost> posts = plans.ofTasks(brand, moments.keySet()).stream()
                .filter(post -> post.state() == State.AWAITING)
                .map(post -> ended(
                        post, Objects.requireNonNull(moments.get(post.progress().task()))))
                .toList();
        plans.replacePosts(brand, posts);
    }

    private static MomentPost ended(MomentPost post, Task task) {
        var now = task.updatedAt();
        return switch (task.state()) {
            case Task.State.Open _ -> post;
            case Task.State.Done(var _, var _, var at) -> post.published(at, null, now);
            case Task.State.Skipped _ -> post.ended(State.FAILED, "SKIPPED", now);
            case Task.State.Failed _ -> post.ended(State.FAILED, "NOT_POSTED", now);
            case Task.State.Expired _ -> post.ended(State.EXPIRED, "NOT_POSTED_IN_TIME", now);
            case Task.State.Cancelled(var reason, var _) -> post.ended(State.CANCELLED, reason, now);
        };
    }
}
