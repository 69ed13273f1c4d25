package cn.siyu.adapter.http;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A resource that exists in tests only, to try what all controllers share.
@Controller("/v1/brands/{brand}/parcels")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParcelController {
    @Serdeable
    record Item(String sku, int count) {
        static Item read(Input in) {
            return new Item(in.text("sku", 20).get(), in.integer("count", 1, 99).get());
        }
    }

    @Serdeable
    record Parcel(String name, @Nullable String note, Instant sentAt, List<Item> items) {
        static Parcel read(Input in) {
            return new Parcel(
                    in.text("name", 10).get(),
                    in.text("note", 100).orNull(),
                    in.instant("sentAt").or(Instant.EPOCH),
                    in.list("items", 1, 3).objects(Item::read).get());
        }
    }

    @Needs({Scope.TAGS_READ, Scope.TAGS_WRITE})
    @Post
    Parcel create(JsonBody body) {
        return body.read(Parcel::read);
    }

    @Needs({})
    @Get("/who")
    Map<String, String> who(Caller caller, ApiKey key) {
        return Map.of("brand", caller.brand().toString(), "sees", caller.sees().toString(), "key", key.name());
    }

    @Get("/forgotten")
    String forgotten() {
        return "a route that does not say what it needs";
    }

    @Needs(Scope.TAGS_READ)
    @Get("/{id}")
    Map<String, String> show(@PathVariable String id) {
        return Map.of("id", IdType.CUSTOMER.inPath("id", id).toString());
    }

    @Needs(Scope.TAGS_READ)
    @Get("/by-framework{?count}")
    Map<String, Object> framework(@QueryValue int count) {
        return Map.of("count", count);
    }

    @Needs(Scope.TAGS_READ)
    @Get("/broken/fault")
    @SuppressWarnings("DoNotCallSuggester")
    String fault() {
        throw new IllegalStateException("SELECT secret FROM table");
    }

    @Needs(Scope.TAGS_READ)
    @Post(value = "/by-framework", consumes = MediaType.APPLICATION_JSON)
    Map<String, Object> frameworkBody(@Body Map<String, Object> body) {
        return body;
    }

    @Needs(Scope.TAGS_READ)
    @Post("/upload")
    @Consumes("text/csv")
    String upload(@Body String csv) {
        return csv;
    }
}
