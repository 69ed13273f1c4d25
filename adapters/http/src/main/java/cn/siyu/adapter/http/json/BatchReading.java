package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.problem.Mistake;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the `items` of a batch one by one, so that a mistake in one leaves the others alone.
final class BatchReading {
    private static final String ITEMS = "/items/";

    private BatchReading() {}

    /// @param noted what was wrong with the text of the document itself, wherever it was
    static <T> List<Entry<T>> read(
            JsonNode document, Set<String> written, List<Mistake> noted, int most, Function<Input, T> reader) {
        Map<String, List<Mistake>> ofItems = new HashMap<>();
        List<Mistake> ofNone = new ArrayList<>();
        noted.forEach(mistake -> {
            String item = item(mistake);
            if (item.isEmpty()) {
                ofNone.add(mistake);
            } else {
                ofItems.computeIfAbsent(item, _ -> new ArrayList<>()).add(mistake);
            }
        });
        var whole = new Mistakes(document, ofNone);
        @Nullable
        List<JsonNode> items = Input.readWhole(
                document,
                written,
                whole,
                in -> in.list("items", 1, most).trees().get());
        whole.refuse();
        List<Entry<T>> entries = new ArrayList<>();
        for (JsonNode each : items == null ? List.<JsonNode>of() : items) {
            String at = ITEMS + entries.size();
            entries.add(entry(each, at, ofItems.getOrDefault(at, List.of()), reader));
        }
        return entries;
    }

    private static <T> Entry<T> entry(JsonNode item, String at, List<Mistake> noted, Function<Input, T> reader) {
        var mistakes = new Mistakes(item, at, noted);
        @Nullable T value = Kind.object(reader).parser().parse(item, at, new Scalars(mistakes));
        return value == null || mistakes.any() ? new Entry.Bad<>(mistakes.told()) : new Entry.Good<>(value);
    }

    /// The item a mistake is in, as `/items/3`; empty if in none.
    private static String item(Mistake mistake) {
        if (!(mistake.place() instanceof Mistake.Place.Pointer(var pointer)) || !pointer.startsWith(ITEMS)) {
            return "";
        }
        int end = pointer.indexOf('/', ITEMS.length());
        return end < 0 ? pointer : pointer.substring(0, end);
    }
}
