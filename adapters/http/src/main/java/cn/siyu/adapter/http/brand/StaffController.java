package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.answer.Changes;
import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.AddStaffMember;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeStaffMember;
import cn.siyu.application.brand.ReadStaff;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.StaffWish;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The staff members (成员) of a brand, as far as the caller sees them.
@Controller("/v1/brands/{brand}/staff")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organisation")
final class StaffController implements Contract.Owner {
    private static final Listing STAFF = Numbered.listing().build();

    private final ReadStaff read;
    private final AddStaffMember add;
    private final ChangeStaffMember change;
    private final Lists lists;

    StaffController(ReadStaff read, AddStaffMember add, ChangeStaffMember change, Lists lists) {
        this.read = read;
        this.add = add;
        this.change = change;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listStaff", STAFF)
                .body(
                        "createStaffMember",
                        StaffController::wish,
                        "{\"name\":\"张小店\",\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"externalId\":\"E1024\"}")
                .problems("createStaffMember", ProblemCode.ALREADY_EXISTS)
                .body(
                        "changeStaffMember",
                        StaffController::wish,
                        "{\"name\":\"张小店\",\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"active\":false}")
                .problems("changeStaffMember", ProblemCode.ALREADY_EXISTS);
    }

    @Needs(Scope.STAFF_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listStaff",
            summary = "List staff members · 列出成员",
            description = "Those that the key sees, in the order in which they were made.")
    Page<StaffResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                STAFF,
                request,
                (_, after, atMost) -> read.page(caller, after, atMost),
                view -> view.member().id().value(),
                StaffResource::of);
    }

    @Needs(Scope.STAFF_READ)
    @Get("/{member}")
    @Operation(
            operationId = "getStaffMember",
            summary = "Show a staff member · 查看成员",
            description = "The person, and the department the person works in.")
    StaffResource show(
            Caller caller,
            @PathVariable @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String member) {
        return read.one(caller, IdType.STAFF.inPath("member", member))
                .map(StaffResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.STAFF.label(), member));
    }

    @Needs(Scope.STAFF_WRITE)
    @Post
    @Operation(
            operationId = "createStaffMember",
            summary = "Add a staff member · 新建成员",
            description = "A person who serves customers; accounts are given to the person separately.")
    @ApiResponse(responseCode = "201", description = "The staff member is there", useReturnTypeSchema = true)
    HttpResponse<StaffResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> {
            var command = new AddStaffMember.Command(caller, body.read(StaffController::wish));
            var resource = StaffResource.of(Changes.made(add.handle(command), IdType.STAFF));
            return Created.under(request, resource.id(), resource);
        });
    }

    @Needs(Scope.STAFF_WRITE)
    @Patch(
            value = "/{member}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeStaffMember",
            summary = "Change a staff member · 修改成员",
            description = "Changes what is named and leaves the rest. Who has left is set inactive, not deleted.")
    HttpResponse<StaffResource> change(
            Caller caller,
            @PathVariable @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String member,
            JsonBody body,
            Conditions conditions,
            Write write) {
        StaffResource current = show(caller, member);
        conditions.requireVersion(current.version());
        StaffWish wish = body.patch(current, StaffController::wish);
        var command =
                new ChangeStaffMember.Command(caller, IdType.STAFF.inPath("member", member), current.version(), wish);
        return write.run(
                () -> HttpResponse.ok(StaffResource.of(Changes.changed(change.handle(command), IdType.STAFF, member))));
    }

    private static StaffWish wish(Input in) {
        return new StaffWish(
                in.text("externalId", 120).orNull(),
                in.text("name", 100).get(),
                in.id("department", IdType.DEPARTMENT).get(),
                in.flag("active").or(true));
    }
}
