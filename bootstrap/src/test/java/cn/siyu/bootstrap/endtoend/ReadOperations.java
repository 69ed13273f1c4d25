package cn.siyu.bootstrap.endtoend;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every GET of the API document, with all that can be put into its path: what stands behind a path
/// parameter is what the list before it shows to a key that sees everything. A new operation takes
/// part by itself.
final class ReadOperations {
    private static final String BRANDS = "/v1/brands/{brand}";
    /// By what an item of a list is called in paths, if not by its id.
    private static final Map<String, String> KEYS = Map.of("number", "number", "line", "line", "edition", "edition");
    /// Where the items of a path are listed that has no list of its own.
    private static final Map<String, String> LISTS = Map.of("variants", "/v1/brands/demo/departments");
    /// Of how many items of a list each is asked for.
    private static final int MOST = 120;

    private final RunningProduct product;
    private final Map<String, List<String>> known = new HashMap<>();

    ReadOperations(RunningProduct product) {
        this.product = product;
    }

    /// The paths of all operations that only read, of one brand.
    List<String> templates() throws IOException, InterruptedException {
        List<String> templates = new ArrayList<>();
        for (var path : product.get("/openapi.json").path("paths").properties()) {
            if (path.getValue().has("get") && path.getKey().startsWith(BRANDS)) {
                templates.add(path.getKey());
            }
        }
        return templates;
    }

    /// A template with everything that is there put into it.
    List<String> paths(String template) throws IOException, InterruptedException {
        List<String> paths = List.of("/v1/brands/demo");
        for (String part : template.substring(BRANDS.length()).split("/", -1)) {
            if (part.startsWith("{")) {
                paths = items(paths, part.substring(1, part.length() - 1));
            } else if (!part.isEmpty()) {
                paths = paths.stream().map(path -> path + "/" + part).toList();
            }
        }
        return paths;
    }

    private List<String> items(List<String> lists, String parameter) throws IOException, InterruptedException {
        List<String> items = new ArrayList<>();
        for (String list : lists) {
            String from = LISTS.getOrDefault(list.substring(list.lastIndexOf('/') + 1), list);
            for (String key : keys(from, KEYS.getOrDefault(parameter, "id"))) {
                items.add(list + "/" + key);
            }
        }
        return items;
    }

    private List<String> keys(String list, String called) throws IOException, InterruptedException {
        var before = known.get(list);
        if (before != null) {
            return before;
        }
        List<String> keys = new ArrayList<>();
        String page = list;
        while (!page.isEmpty() && keys.size() < MOST) {
            var answer = product.get(page);
            for (JsonNode item : answer.path("items")) {
                keys.add(item.path(called).asText());
            }
            page = answer.path("next").isTextual() ? answer.path("next").asText() : "";
        }
        known.put(list, keys);
        return keys;
    }
}
