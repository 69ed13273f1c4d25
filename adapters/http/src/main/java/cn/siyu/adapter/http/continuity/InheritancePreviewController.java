package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.continuity.StartInheritance;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What would come of an inheritance (继承预演); nothing is written.
@Controller("/v1/brands/{brand}/inheritance-previews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Inheritances")
final class InheritancePreviewController implements Contract.Owner {
    private final StartInheritance start;
    private final Previews previews;

    InheritancePreviewController(StartInheritance start, Previews previews) {
        this.start = start;
        this.previews = previews;
    }

    @Override
    public Contract contract() {
        return new Contract().body("previewInheritance", InheritanceWish::read, InheritanceWish.EXAMPLE);
    }

    @Needs(Scope.INHERITANCES_WRITE)
    @Post
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "previewInheritance",
            summary = "Who would get whom · 预演继承",
            description =
                    "Takes the same body as an inheritance and says who would go where, and what nobody would get and why."
                            + " Nothing is written; the channel is asked for the groups.")
    InheritancePreviewResource preview(Caller caller, JsonBody body) {
        return switch (start.preview(body.read(InheritanceWish::read).by(caller))) {
            case StartInheritance.Outcome.Previewed preview -> previews.of(caller, preview);
            case StartInheritance.Outcome.Wrong(var mistakes) -> throw InheritanceWish.wrong(mistakes);
            case StartInheritance.Outcome.Started _ -> throw new IllegalStateException("nobody ordered it");
        };
    }
}
