package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MomentJobRow;
import cn.siyu.adapter.wecomsimulator.world.MomentJobRow.Range;
import cn.siyu.adapter.wecomsimulator.world.MomentRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The platform works off a job: finds out who is to publish to whom, and makes the moment.
public final class MomentDispatch {
    private static final int ALL_INVALID = 81013;
    private static final int NOBODY = 41048;

    private MomentDispatch() {}

    /// Does a job that is due; one that is done stays as it is.
    public static void work(Corp corp, String jobid) {
        var book = corp.moments();
        var job = book.job(jobid);
        if (job.isPresent() && book.done(jobid).isEmpty()) {
            work(corp, job.get());
        }
    }

    private static void work(Corp corp, MomentJobRow job) {
        var invalid = invalid(corp, job);
        var range = job.range();
        var tags = new LinkedHashSet<>(range.tags());
        tags.removeAll(invalid.tags());
        var noSender = range.namesSenders()
                && invalid.users().size() == range.users().size()
                && invalid.departments().size() == range.departments().size();
        if (noSender || (!range.tags().isEmpty() && tags.isEmpty())) {
            corp.put(new MomentJobRow.Done(job.jobid(), ALL_INVALID, "", invalid));
            return;
        }
        var tasks = tasks(corp, job, tags);
        if (tasks.isEmpty()) {
            corp.put(new MomentJobRow.Done(job.jobid(), NOBODY, "", invalid));
            return;
        }
        var moment = moment(corp, job, tasks);
        corp.put(moment);
        corp.put(new MomentJobRow.Done(job.jobid(), 0, moment.momentId(), invalid));
        corp.reactions().momentAsked(corp, moment);
    }

    private static MomentRow moment(Corp corp, MomentJobRow job, List<MomentRow.Task> tasks) {
        var now = corp.clock().now();
        var id = corp.ids()
                .moment(job.jobid(), taken -> corp.moments().moment(taken).isPresent());
        return new MomentRow(
                id,
                corp.moments().nextSequence(),
                now,
                "",
                job.range().tags().isEmpty(),
                job.text(),
                job.attachments(),
                null,
                now + corp.limits().moments().dispatchSeconds(),
                tasks);
    }

    private static Range invalid(Corp corp, MomentJobRow job) {
        var range = job.range();
        return new Range(
                range.users().stream().filter(user -> !canSend(corp, job, user)).toList(),
                range.departments().stream()
                        .filter(department ->
                                corp.directory().department(department).isEmpty())
                        .toList(),
                range.tags().stream()
                        .filter(tag -> corp.tags().tag(tag).isEmpty())
                        .toList());
    }

    private static boolean canSend(Corp corp, MomentJobRow job, String user) {
        return corp.directory()
                .staff(user)
                .filter(member -> canSend(corp, job, member))
                .isPresent();
    }

    private static boolean canSend(Corp corp, MomentJobRow job, StaffRow member) {
        return member.serves()
                && corp.directory()
                        .app(job.agentId())
                        .filter((AppRow app) -> app.sees(member.userid()))
                        .isPresent();
    }

    /// The members in the directory's order: the named ones or all, and of them those who follow a
    /// customer with one of the tags if tags are named.
    private static List<MomentRow.Task> tasks(Corp corp, MomentJobRow job, Set<String> tags) {
        var named = new LinkedHashSet<String>();
        job.range().users().forEach(user -> corp.directory().staff(user).ifPresent(found -> named.add(found.userid())));
        corp.directory().membersOf(job.range().departments()).forEach(member -> named.add(member.userid()));
        var tasks = new ArrayList<MomentRow.Task>();
        for (var member : corp.directory().staff()) {
            var wanted = !job.range().namesSenders() || named.contains(member.userid());
            if (wanted && canSend(corp, job, member)) {
                var customers = tagged(corp, member, tags);
                if (tags.isEmpty() || customers.length > 0) {
                    tasks.add(new MomentRow.Task(member.userid(), customers));
                }
            }
        }
        return tasks;
    }

    private static int[] tagged(Corp corp, StaffRow member, Set<String> tags) {
        return tags.isEmpty()
                ? new int[0]
                : corp.contacts().customersOf(member.userid()).values().stream()
                        .filter(relation -> relation.tags().stream().anyMatch(tags::contains))
                        .mapToInt(RelationRow::customer)
                        .toArray();
    }
}
