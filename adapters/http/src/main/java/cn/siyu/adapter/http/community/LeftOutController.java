package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.community.ReadLeftOut;
import cn.siyu.application.community.port.MomentAudiences.LeftOut;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Whom accounts leave out of posts to moments: who posts by hand excludes them one by one.
@Controller("/v1/brands/{brand}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Moments")
final class LeftOutController implements Contract.Owner {
    private static final Listing LEFT_OUT = Numbered.listing().build();

    private final ReadLeftOut read;
    private final Lists lists;

    LeftOutController(ReadLeftOut read, Lists lists) {
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listMomentPostLeftOut", LEFT_OUT).list("listTaskLeftOut", LEFT_OUT);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get("/moments/{moment}/posts/{post}/left-out")
    @Operation(
            operationId = "listMomentPostLeftOut",
            summary = "List whom a post leaves out · 列出不给谁看",
            description =
                    "Of those with a live relationship with the account and one of the plan's tags, as it is now: who said"
                            + " \"not interested\", opted out of moments or of everything, or is on the blacklist.")
    Page<LeftOutResource> ofPost(
            Caller caller,
            @PathVariable @Schema(example = "mom_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String moment,
            @PathVariable @Schema(example = "mop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String post,
            HttpRequest<?> request) {
        var plan = IdType.MOMENT.inPath("moment", moment);
        var id = IdType.MOMENT_POST.inPath("post", post);
        return page(
                caller,
                request,
                (_, after, atMost) -> read.ofPost(caller, plan, id, after, atMost)
                        .orElseThrow(() -> Problems.notFound(IdType.MOMENT_POST.label(), post)));
    }

    @Needs(Scope.TASKS_READ)
    @Takes(Takes.LISTING)
    @Get("/tasks/{task}/left-out")
    @Operation(
            operationId = "listTaskLeftOut",
            summary = "List whom to leave out of a post by hand · 列出手工发表时不给谁看",
            description =
                    "Of a task to post to moments (MOMENT): who is to be excluded on the phone, as it is now, with the name as it"
                            + " stands in the account's contacts. Of other tasks, nobody.")
    Page<LeftOutResource> ofTask(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            HttpRequest<?> request) {
        var id = IdType.TASK.inPath("task", task);
        return page(
                caller,
                request,
                (_, after, atMost) -> read.ofTask(caller, id, after, atMost)
                        .orElseThrow(() -> Problems.notFound(IdType.TASK.label(), task)));
    }

    private Page<LeftOutResource> page(Caller caller, HttpRequest<?> request, Numbered.Rows<LeftOut> rows) {
        Masks masks = Masks.of(caller);
        return Numbered.page(lists, LEFT_OUT, request, rows, LeftOut::number, one -> LeftOutResource.of(one, masks));
    }
}
