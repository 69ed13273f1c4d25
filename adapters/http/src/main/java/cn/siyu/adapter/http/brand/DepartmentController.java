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
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.AddDepartment;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeDepartment;
import cn.siyu.application.brand.DepartmentView;
import cn.siyu.application.brand.DepartmentWish;
import cn.siyu.application.brand.ReadDepartments;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.SeenPage;
import cn.siyu.domain.brand.Department;
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
import java.util.List;
import java.util.function.Predicate;

/// The departments and stores (部门、门店) of a brand, a tree.
@Controller("/v1/brands/{brand}/departments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organisation")
final class DepartmentController implements Contract.Owner {
    private static final Listing DEPARTMENTS = Numbered.listing()
            .filter("kind", FilterType.oneOf(Department.Kind.class))
            .filter("externalId", FilterType.wholeText(120))
            .build();

    private final ReadDepartments read;
    private final AddDepartment add;
    private final ChangeDepartment change;
    private final Lists lists;

    DepartmentController(ReadDepartments read, AddDepartment add, ChangeDepartment change, Lists lists) {
        this.read = read;
        this.add = add;
        this.change = change;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listDepartments", DEPARTMENTS)
                .body(
                        "createDepartment",
                        DepartmentController::wish,
                        "{\"name\":\"人民路店\",\"kind\":\"STORE\",\"externalId\":\"store-1\",\"address\":\"人民路 1 号\"}")
                .problems("createDepartment", ProblemCode.ALREADY_EXISTS)
                .body("changeDepartment", DepartmentController::wish, "{\"name\":\"人民路旗舰店\"}")
                .problems("changeDepartment", ProblemCode.ALREADY_EXISTS);
    }

    @Needs(Scope.DEPARTMENTS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listDepartments",
            summary = "List departments and stores · 列出部门与门店",
            description = "Those that the key sees, in the order in which they were made. kind=STORE lists the stores, "
                    + "externalId finds one by the brand's own key.")
    Page<DepartmentResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                DEPARTMENTS,
                request,
                (query, after, atMost) -> rows(caller, query, after, atMost),
                DepartmentController::number,
                DepartmentResource::of);
    }

    @Needs(Scope.DEPARTMENTS_READ)
    @Get("/{department}")
    @Operation(
            operationId = "getDepartment",
            summary = "Show a department or store · 查看部门或门店",
            description = "With the department above it.")
    DepartmentResource show(
            Caller caller,
            @PathVariable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String department) {
        return read.one(caller, IdType.DEPARTMENT.inPath("department", department))
                .map(DepartmentResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.DEPARTMENT.label(), department));
    }

    @Needs(Scope.DEPARTMENTS_WRITE)
    @Post
    @Operation(
            operationId = "createDepartment",
            summary = "Add a department or store · 新建部门或门店",
            description = "Under a parent, or as a root. Give stores the shop number that orders carry as externalId.")
    @ApiResponse(responseCode = "201", description = "The department is there", useReturnTypeSchema = true)
    HttpResponse<DepartmentResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> {
            var command = new AddDepartment.Command(caller, body.read(DepartmentController::wish));
            var resource = DepartmentResource.of(Changes.made(add.handle(command), IdType.DEPARTMENT));
            return Created.under(request, resource.id(), resource);
        });
    }

    @Needs(Scope.DEPARTMENTS_WRITE)
    @Patch(
            value = "/{department}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeDepartment",
            summary = "Change a department or store · 修改部门或门店",
            description = "Another parent moves it with all below it.")
    HttpResponse<DepartmentResource> change(
            Caller caller,
            @PathVariable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String department,
            JsonBody body,
            Conditions conditions,
            Write write) {
        var id = IdType.DEPARTMENT.inPath("department", department);
        DepartmentResource current = show(caller, department);
        conditions.requireVersion(current.version());
        DepartmentWish wish = body.patch(current, DepartmentController::wish);
        var command = new ChangeDepartment.Command(caller, id, current.version(), wish);
        return write.run(() -> HttpResponse.ok(
                DepartmentResource.of(Changes.changed(change.handle(command), IdType.DEPARTMENT, department))));
    }

    private List<DepartmentView> rows(Caller caller, ListQuery query, long after, int atMost) {
        List<Department.Kind> kinds = query.all("kind", Department.Kind.class);
        Predicate<DepartmentView> fits =
                view -> kinds.isEmpty() || kinds.contains(view.department().kind());
        return query.one("externalId", String.class)
                .map(key -> read.byExternalId(caller, key).stream()
                        .filter(fits)
                        .filter(view -> number(view) > after)
                        .toList())
                .orElseGet(() -> SeenPage.of(
                        after,
                        atMost,
                        (from, size) -> read.page(caller, from, size),
                        DepartmentController::number,
                        fits));
    }

    private static long number(DepartmentView view) {
        return view.department().id().value();
    }

    private static DepartmentWish wish(Input in) {
        return new DepartmentWish(
                in.text("externalId", 120).orNull(),
                in.oneOf("kind", Department.Kind.class).or(Department.Kind.DEPARTMENT),
                in.id("parent", IdType.DEPARTMENT).orNull(),
                in.text("name", 100).get(),
                in.zone("timeZone").orNull(),
                in.text("address", 200).orNull());
    }
}
