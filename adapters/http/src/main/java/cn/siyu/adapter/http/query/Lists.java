package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery.Count;
import cn.siyu.adapter.http.query.ListQuery.Filter;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.PageRequest.Place;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads requests for lists, and makes their answers.
@Singleton
public final class Lists {
    /// The largest page; a larger wish is lowered to it.
    public static final int LARGEST_PAGE = 500;
    /// The size of a page that was not asked to have another.
    public static final int DEFAULT_PAGE = 50;

    private final Cursors cursors;

    Lists(Cursors cursors) {
        this.cursors = cursors;
    }

    /// Reads a request against what the list declares; all mistakes are told at once.
    public ListQuery read(Listing listing, HttpRequest<?> request) {
        var mistakes = new ArrayList<Mistake>();
        Map<String, String> given = given(request, mistakes);
        Map<Filter, List<Object>> filters = new LinkedHashMap<>();
        given.forEach((name, value) -> filter(listing, name, value, filters, mistakes));
        Count count = count(given.get("count"), mistakes);
        String sort = sort(listing, given.get("sort"), mistakes);
        int limit = limit(given.get("limit"), mistakes);
        String binding = binding(request.getPath(), sort, given);
        String cursor = given.get("after");
        @Nullable Place after = cursor == null ? null : cursors.read(cursor, binding, mistakes);
        if (!mistakes.isEmpty()) {
            throw Problems.parameters(mistakes);
        }
        boolean descending = sort.startsWith("-");
        var page = new PageRequest(descending ? sort.substring(1) : sort, descending, after, limit);
        return new ListQuery(page, count, filters, self(request.getPath(), given), binding);
    }

    /// Makes a page of what the core gave.
    ///
    /// @param rows up to one more than the limit, which says that another page follows
    /// @param place where a row stands in the list
    /// @param resource what clients see of a row
    public <R, T> Page<T> page(ListQuery query, List<R> rows, Function<R, Place> place, Function<R, T> resource) {
        int limit = query.page().limit();
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        @Nullable String next = null;
        if (rows.size() > limit) {
            String cursor = cursors.write(place.apply(shown.getLast()), query.binding());
            next = query.self() + (query.self().indexOf('?') < 0 ? "?" : "&") + "after=" + cursor;
        }
        return new Page<>(shown.stream().map(resource).toList(), next, null, null);
    }

    private static Map<String, String> given(HttpRequest<?> request, List<Mistake> mistakes) {
        var given = new LinkedHashMap<String, String>();
        request.getParameters().forEach((name, values) -> {
            if (values.size() > 1) {
                mistakes.add(Mistake.inParameter(
                        name,
                        ProblemCode.INVALID_PARAMETER,
                        Text.of("%s stands here twice; separate values by commas.", "%s 重复出现；多个值请用逗号分隔。", name)));
            }
            given.put(name, values.getFirst());
        });
        return given;
    }

    private static void filter(
            Listing listing, String name, String value, Map<Filter, List<Object>> filters, List<Mistake> mistakes) {
        if (!listing.parameters().contains(name)) {
            if (!name.equals("lang")) {
                mistakes.add(Mistake.inParameter(
                        name, ProblemCode.UNKNOWN_PARAMETER, Nearest.unknown(name, listing.parameters())));
            }
            return;
        }
        listing.filters().forEach((filter, type) -> {
            for (Operator operator : type.operators()) {
                if (name.equals(filter + operator.suffix())) {
                    filters.put(new Filter(filter, operator), type.values(name, value, mistakes));
                }
            }
        });
    }

    private static Count count(@Nullable String text, List<Mistake> mistakes) {
        return switch (text) {
            case null -> Count.NONE;
            case "estimate" -> Count.ESTIMATE;
            case "exact" -> Count.EXACT;
            default -> {
                mistakes.add(Mistake.inParameter(
                        "count",
                        ProblemCode.INVALID_PARAMETER,
                        Text.of("Possible: estimate, exact.", "可用：estimate、exact。")));
                yield Count.NONE;
            }
        };
    }

    private static String sort(Listing listing, @Nullable String text, List<Mistake> mistakes) {
        if (text == null) {
            return listing.defaultSort();
        }
        String[] keys = text.split(",", -1);
        boolean tie = keys.length == 2 && (keys[1].equals("id") || keys[1].equals("-id"));
        if (!listing.orders().contains(keys[0]) || !(keys.length == 1 || tie)) {
            mistakes.add(Mistake.inParameter(
                    "sort",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of(
                            "This list can be sorted by one of: %s.",
                            "此列表可按以下之一排序：%s。", String.join(", ", listing.orders()))));
            return listing.defaultSort();
        }
        return keys[0];
    }

    private static int limit(@Nullable String text, List<Mistake> mistakes) {
        if (text == null) {
            return DEFAULT_PAGE;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
            mistakes.add(Mistake.inParameter(
                    "limit",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of("This must be a whole number of 1 to %s.", "此处应为 1 到 %s 的整数。", LARGEST_PAGE)));
            return DEFAULT_PAGE;
        }
        return Math.min(LARGEST_PAGE, Integer.parseInt(text));
    }

    /// Everything that decides which rows are in the list and in which order; not how many are
    /// shown of them, nor how much of each.
    private static String binding(String path, String sort, Map<String, String> given) {
        var deciding = new TreeMap<>(given);
        List.of("after", "limit", "fields", "count", "lang", "sort").forEach(deciding::remove);
        return path + " " + sort + " " + deciding;
    }

    private static String self(String path, Map<String, String> given) {
        var query = new StringBuilder();
        given.forEach((name, value) -> {
            if (!name.equals("after")) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path + query;
    }
}
