package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.query.Lists;
import java.util.List;
import java.util.Map;

/// The parts of the API document that are the same for all operations.
final class Texts {
    private Texts() {}

    static Map<String, Object> info() {
        return Tree.object("title", "Siyu API", "version", "1", "description", """
                The API of Siyu (私域), the engine with which a brand runs its private domain on WeCom.

                Everything of a brand lives below `/v1/brands/{brand}`. Send your key as `Authorization: Bearer key_…`. \
                Every error is a problem of RFC 9457 whose `type` leads to its explanation. Lists are followed by `next` \
                until it is null. Any POST can be repeated safely under the same `Idempotency-Key`, and any write can be \
                tried first with `validate=only`.""");
    }

    static Map<String, Object> apiKey() {
        return Tree.object(
                "type",
                "http",
                "scheme",
                "bearer",
                "description",
                "An API key: key_live_… or key_test_… (sandboxes only)");
    }

    static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return parameter("query", name, description, schema);
    }

    static Map<String, Object> header(String name, String description, int longest) {
        return parameter(
                "header", name, description, Tree.object("type", "string", "minLength", 1, "maxLength", longest));
    }

    static Map<String, Object> brand() {
        Map<String, Object> brand = parameter(
                "path",
                "brand",
                "The brand, by id or slug",
                Tree.object("type", "string", "minLength", 2, "maxLength", 40, "example", "demo"));
        brand.put("required", true);
        return brand;
    }

    static Map<String, Object> limit() {
        return query(
                "limit",
                "How many items at most; more than the maximum is lowered to it",
                Tree.object(
                        "type", "integer", "minimum", 1, "maximum", Lists.LARGEST_PAGE, "default", Lists.DEFAULT_PAGE));
    }

    static Map<String, Object> after() {
        return query(
                "after",
                "The cursor of the previous page; it comes with next",
                Tree.object("type", "string", "maxLength", 4000));
    }

    static Map<String, Object> fields() {
        return query(
                "fields",
                "Names of the properties wanted, separated by commas, with dots for those inside others",
                Tree.object("type", "string", "maxLength", 2000, "example", "id"));
    }

    static Map<String, Object> count() {
        return query(
                "count",
                "Adds total and totalIsEstimate",
                Tree.object("type", "string", "enum", List.of("estimate", "exact")));
    }

    static Map<String, Object> validate() {
        return query(
                "validate",
                "`only` checks everything, answers what would be answered, and stores nothing",
                Tree.object("type", "string", "enum", List.of("only")));
    }

    private static Map<String, Object> parameter(
            String in, String name, String description, Map<String, Object> schema) {
        return Tree.object("name", name, "in", in, "description", description, "schema", schema);
    }
}
