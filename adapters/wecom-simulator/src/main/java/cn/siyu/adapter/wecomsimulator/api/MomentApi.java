package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits;
import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits.Quota;
import cn.siyu.adapter.wecomsimulator.world.MomentJobRow;
import cn.siyu.adapter.wecomsimulator.world.MomentRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// Moments (客户朋友圈) made through the API: a job that takes some seconds, and what came of it.
/// Making one publishes nothing; its members must.
final class MomentApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final String JOB = "add_moment_task";
    private static final long JOB_LIFE = Duration.ofDays(1).toSeconds();

    private MomentApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + JOB, MomentApi::add),
                new Endpoint(
                        ROOT + "get_moment_task_result",
                        Endpoint.Verb.ANY,
                        Endpoint.Needs.CUSTOMER_CONTACT,
                        List.of(),
                        MomentApi::result),
                Endpoint.contactPost(ROOT + "cancel_moment_task", MomentApi::cancel));
    }

    /// The moment that a call names.
    static MomentRow named(Call call) {
        var id = call.params().text("moment_id");
        if (id.isEmpty()) {
            throw Errcode.NO_MOMENT.error();
        }
        return call.corp().moments().moment(id).orElseThrow(Errcode.BAD_MOMENT::error);
    }

    /// A moment that members have in hand.
    static MomentRow dispatched(Call call) {
        var moment = named(call);
        if (call.now() < moment.dispatchedAt()) {
            throw Errcode.MOMENT_DISPATCHING.error();
        }
        return moment;
    }

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        Scale.check(call);
        if (!corp.moments().isOn()) {
            throw Errcode.MOMENTS_OFF.error();
        }
        var form = MomentForm.read(call);
        if (corp.limited()) {
            checkLimits(corp, call.now());
        }
        var sequence = corp.moments().nextJob();
        var job = new MomentJobRow(
                corp.ids()
                        .job(
                                call.now() + "|moment|" + sequence,
                                taken -> corp.moments().job(taken).isPresent()),
                sequence,
                call.app().agentId(),
                call.now(),
                form.text(),
                form.attachments(),
                form.range());
        corp.put(job);
        var due = call.now() + corp.limits().moments().jobSeconds();
        corp.put(EventRow.of(due, "MOMENT_JOB", -1, "", sequence, job.jobid()));
        answer.put("jobid", job.jobid());
    }

    private static void checkLimits(Corp corp, long now) {
        var limits = corp.limits().moments();
        var book = corp.moments();
        if (book.jobsInMonthOf(now) >= limits.perMonth()) {
            throw Errcode.MOMENT_LIMIT.error();
        }
        if (book.jobsRunning() >= limits.running()) {
            throw Errcode.MOMENT_JOBS.error();
        }
        var perMinute = List.of(new Quota(FrequencyLimits.Span.MINUTE, limits.perMinute()));
        if (!corp.frequency().admit(ROOT + JOB + "|made", now, perMinute)) {
            throw Errcode.TOO_FREQUENT.error();
        }
    }

    private static void result(Call call, ObjectNode answer) {
        var book = call.corp().moments();
        var job = book.job(call.params().text("jobid"))
                .filter(found -> call.now() < found.at() + JOB_LIFE)
                .orElseThrow(Errcode.BAD_JOB::error);
        var done = book.done(job.jobid());
        var status = done.isPresent() ? 3 : call.now() == job.at() ? 1 : 2;
        answer.put("status", status).put("type", JOB);
        done.ifPresent(found -> describe(found, answer.putObject("result")));
    }

    private static void describe(MomentJobRow.Done done, ObjectNode result) {
        result.put("errcode", done.errcode()).put("errmsg", done.errcode() == 0 ? "ok" : "no valid target");
        if (done.errcode() == 0) {
            result.put("moment_id", done.momentId());
        }
        var senders = result.putObject("invalid_sender_list");
        done.invalid().users().forEach(senders.putArray("user_list")::add);
        done.invalid().departments().forEach(senders.putArray("department_list")::add);
        var tags = result.putObject("invalid_external_contact_list").putArray("tag_list");
        done.invalid().tags().forEach(tags::add);
    }

    /// What is published stays.
    private static void cancel(Call call, ObjectNode answer) {
        var moment = dispatched(call);
        if (moment.personal()) {
            throw Errcode.MOMENT_KIND.error();
        }
        if (!call.corp().moments().isCancelled(moment.momentId())) {
            call.corp().put(new MomentRow.Cancelled(moment.momentId()));
        }
    }
}
