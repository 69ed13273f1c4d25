package cn.siyu.adapter.http;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Operator;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.Raced;
import cn.siyu.domain.id.PublicId;
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
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stored resource that exists in tests only, to try lists and writes.
@Controller("/v1/brands/{brand}/crates")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CrateController {
    enum Size {
        SMALL,
        LARGE
    }

    static final Listing CRATES = Listing.sortedBy("-weight", "name")
            .filter("size", FilterType.oneOf(Size.class))
            .filter("weight", FilterType.number())
            .filter("owner", IdType.CUSTOMER)
            .filter("q", FilterType.wholeText(50))
            .countable()
            .build();

    record Crate(long id, String name, int weight, Size size, int version) {}

    @Serdeable
    record Label(String text, List<String> colours) {}

    @Serdeable
    record CrateResource(String id, String name, int weight, Size size, Label label, Instant createdAt, int version)
            implements Versioned {}

    record Wish(String name, int weight, Size size) {
        static Wish read(Input in) {
            in.readOnly("label");
            return new Wish(
                    in.text("name", 20).get(),
                    in.integer("weight", 1, 1000).get(),
                    in.oneOf("size", Size.class).or(Size.SMALL));
        }
    }

    private final InMemoryStore.Table<Long, Crate> crates;
    private final Lists lists;
    private final IdSource ids;

    CrateController(InMemoryStore store, Lists lists, IdSource ids) {
        this.crates = store.table();
        this.lists = lists;
        this.ids = ids;
    }

    @Needs(Scope.TAGS_READ)
    @Takes(Takes.LISTING)
    @Get
    Page<CrateResource> list(HttpRequest<?> request) {
        ListQuery query = lists.read(CRATES, request);
        var rows = rows(query, query.page().withOneMore());
        Page<CrateResource> page = lists.page(query, rows, crate -> place(query, crate), CrateController::resource);
        return query.count() == ListQuery.Count.NONE
                ? page
                : page.withTotal(crates.rows().size(), query.count() == ListQuery.Count.ESTIMATE);
    }

    @Needs(Scope.TAGS_READ)
    @Get("/{crate}")
    CrateResource show(@PathVariable String crate) {
        return resource(find(crate));
    }

    @Needs(Scope.TAGS_WRITE)
    @Post
    HttpResponse<CrateResource> create(JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> created(body, request));
    }

    @Needs(Scope.TAGS_WRITE)
    @Post("/once")
    HttpResponse<CrateResource> createOnce(JsonBody body, Write write, HttpRequest<?> request) {
        return write.runOnce(() -> created(body, request));
    }

    @Needs(Scope.TAGS_WRITE)
    @Post("/parts")
    HttpResponse<Map<String, String>> inParts(JsonBody body, Write write) {
        return write.runInParts(body.bytes(), alive -> {
            World.PARTS.getAndSet(_ -> {}).accept(alive);
            return HttpResponse.ok(Map.of("done", "yes"));
        });
    }

    @Needs(Scope.TAGS_WRITE)
    @Post("/without-write")
    Map<String, String> careless(JsonBody body) {
        return Map.of("read", Integer.toString(body.bytes().length));
    }

    @Needs(Scope.TAGS_WRITE)
    @Patch(
            value = "/{crate}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    HttpResponse<CrateResource> change(@PathVariable String crate, JsonBody body, Conditions conditions, Write write) {
        Crate old = find(crate);
        conditions.requireVersion(old.version());
        Wish wish = body.patch(resource(old), Wish::read);
        return write.run(() -> {
            var changed = new Crate(old.id(), wish.name(), wish.weight(), wish.size(), old.version() + 1);
            crates.rows().put(old.id(), changed);
            return HttpResponse.ok(resource(changed));
        });
    }

    private HttpResponse<CrateResource> created(JsonBody body, HttpRequest<?> request) {
        Wish wish = body.read(Wish::read);
        var crate = new Crate(ids.next(), wish.name(), wish.weight(), wish.size(), 1);
        crates.rows().put(crate.id(), crate);
        if (crates.rows().values().stream()
                        .filter(each -> each.name().equals(wish.name()))
                        .count()
                > 1) {
            throw Problems.alreadyExists("/name", Text.of("%s exists.", "%s 已存在。", wish.name()));
        }
        if (wish.name().startsWith("raced") && World.RACES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Raced(new IllegalStateException("in the test"));
        }
        CrateResource resource = resource(crate);
        return HttpResponse.<CrateResource>created(URI.create(request.getPath() + "/" + resource.id()))
                .body(resource);
    }

    private Crate find(String text) {
        PublicId id = IdType.TAG.inPath("crate", text);
        return crates.rows().values().stream()
                .filter(crate -> publicId(crate.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound(new Text("crate", "箱子"), text));
    }

    private List<Crate> rows(ListQuery query, PageRequest page) {
        List<Size> sizes = query.all("size", Size.class);
        BigDecimal least = query.bound("weight", Operator.GTE, BigDecimal.class).orElse(BigDecimal.ZERO);
        Comparator<Crate> order = page.sort().equals("name")
                ? Comparator.comparing(Crate::name).thenComparingLong(Crate::id)
                : Comparator.comparingInt(Crate::weight).thenComparingLong(Crate::id);
        Comparator<Crate> directed = page.descending() ? order.reversed() : order;
        @Nullable Place after = page.after();
        return crates.rows().values().stream()
                .filter(crate -> sizes.isEmpty() || sizes.contains(crate.size()))
                .filter(crate -> least.intValue() <= crate.weight())
                .sorted(directed)
                .filter(crate -> after == null || directed.compare(crate, at(page, after)) > 0)
                .limit(page.limit())
                .toList();
    }

    private static Crate at(PageRequest page, Place place) {
        return page.sort().equals("name")
                ? new Crate(place.id(), place.key(), 0, Size.SMALL, 1)
                : new Crate(place.id(), "", Integer.parseInt(place.key()), Size.SMALL, 1);
    }

    private static Place place(ListQuery query, Crate crate) {
        return new Place(
                query.page().sort().equals("name") ? crate.name() : Integer.toString(crate.weight()), crate.id());
    }

    private static PublicId publicId(long id) {
        return PublicId.of(World.NOW, id, id);
    }

    private static CrateResource resource(Crate crate) {
        return new CrateResource(
                IdType.TAG.format(publicId(crate.id())),
                crate.name(),
                crate.weight(),
                crate.size(),
                new Label(crate.name(), List.of("red")),
                World.NOW,
                crate.version());
    }
}
