package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.answer.Changes;
import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeBrand;
import cn.siyu.application.brand.CreateBrand;
import cn.siyu.application.brand.ReadBrands;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandMode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/// The brands (品牌) of this installation. A key of one brand sees that brand only.
@Controller("/v1/brands")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Brands")
final class BrandController implements Contract.Owner {
    private static final Listing BRANDS = Numbered.listing().build();
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ReadBrands read;
    private final CreateBrand create;
    private final ChangeBrand change;
    private final Lists lists;

    BrandController(ReadBrands read, CreateBrand create, ChangeBrand change, Lists lists) {
        this.read = read;
        this.create = create;
        this.change = change;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listBrands", BRANDS)
                .body(
                        "createBrand",
                        BrandController::wish,
                        "{\"slug\":\"xiaodian\",\"name\":\"小店咖啡\",\"mode\":\"SANDBOX\"}")
                .problems("createBrand", ProblemCode.ALREADY_EXISTS)
                .body("changeBrand", Values::read, "{\"name\":\"小店咖啡\",\"strength\":0.4}");
    }

    @Needs(Scope.BRANDS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listBrands",
            summary = "List brands · 列出品牌",
            description =
                    "All brands that the key opens: one for the key of a brand, all for a key of the installation.")
    Page<BrandResource> list(ApiKey key, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                BRANDS,
                request,
                (_, after, atMost) -> opened(key, after, atMost),
                brand -> brand.id().value(),
                BrandResource::of);
    }

    @Needs(Scope.INSTALLATION)
    @Post
    @Operation(
            operationId = "createBrand",
            summary = "Lay a brand · 新建品牌",
            description =
                    "A LIVE brand runs on the world's time and real channels, a SANDBOX on a clock of its own with simulated "
                            + "ones. Mode, slug and currency can't be changed later.")
    @ApiResponse(responseCode = "201", description = "The brand is there", useReturnTypeSchema = true)
    HttpResponse<BrandResource> create(JsonBody body, Write write) {
        return write.run(() -> {
            Brand brand = Changes.made(create.handle(body.read(BrandController::wish)), IdType.BRAND);
            return HttpResponse.<BrandResource>created(URI.create("/v1/brands/" + brand.slug()))
                    .body(BrandResource.of(brand));
        });
    }

    @Needs(Scope.BRANDS_READ)
    @Get("/{brand}")
    @Operation(
            operationId = "getBrand",
            summary = "Show a brand · 查看品牌",
            description = "The brand with the numbers that its trust scores rest on.")
    BrandResource show(Caller caller) {
        return BrandResource.of(read.one(caller.brand()).orElseThrow());
    }

    @Needs(Scope.BRANDS_WRITE)
    @Patch(
            value = "/{brand}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeBrand",
            summary = "Change a brand · 修改品牌",
            description = "Changes what is named and leaves the rest. Trust scores follow with the next daily refresh.")
    HttpResponse<BrandResource> change(Caller caller, JsonBody body, Conditions conditions, Write write) {
        BrandResource current = show(caller);
        conditions.requireVersion(current.version());
        Values values = body.patch(current, Values::read);
        var command = new ChangeBrand.Command(
                caller, current.version(), values.name(), values.zone(), values.strength(), values.alpha());
        return write.run(() ->
                HttpResponse.ok(BrandResource.of(Changes.changed(change.handle(command), IdType.BRAND, current.id()))));
    }

    private List<Brand> opened(ApiKey key, long after, int atMost) {
        return read.all().stream()
                .filter(brand -> key.brand() == null || key.brand().equals(brand.id()))
                .filter(brand -> !key.test() || brand.mode() == BrandMode.SANDBOX)
                .filter(brand -> brand.id().value() > after)
                .limit(atMost)
                .toList();
    }

    private static CreateBrand.Command wish(Input in) {
        String slug = in.text("slug", 40).get();
        BrandMode mode = in.oneOf("mode", BrandMode.class).or(BrandMode.LIVE);
        String currency = in.text("currency", 3).or("CNY");
        var now = in.instant("now").orNull();
        Values values = Values.of(in);
        return new CreateBrand.Command(
                slug, values.name(), mode, values.zone(), values.strength(), values.alpha(), currency, now);
    }

    /// What can be changed of a brand.
    private record Values(String name, ZoneId zone, double strength, double alpha) {
        static Values read(Input in) {
            in.readOnly("slug", "mode", "currency");
            return of(in);
        }

        private static Values of(Input in) {
            return new Values(
                    in.text("name", 100).get(),
                    in.zone("timeZone").or(CHINA),
                    in.ratio("strength").or(0.25),
                    in.ratio("alpha").or(0.5));
        }
    }
}
