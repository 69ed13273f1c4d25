package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list of a request, whose entries are all of one kind.
public final class Entries {
    private final Input input;
    private final String name;
    private final int fewest;
    private final int most;

    Entries(Input input, String name, int fewest, int most) {
        this.input = input;
        this.name = name;
        this.fewest = fewest;
        this.most = most;
    }

    /// Objects.
    public <T> Field<List<T>> objects(Function<Input, T> reader) {
        return of(Kind.object(reader));
    }

    /// Texts of 1 to `longest` characters.
    public Field<List<String>> texts(int longest) {
        return of(Kind.text(1, longest));
    }

    /// Whole numbers, both ends included.
    public Field<List<Integer>> integers(int least, int greatest) {
        return of(Kind.integer(least, greatest));
    }

    /// Values as they stand, for things with a reader of their own.
    public Field<List<JsonNode>> trees() {
        return of(Kind.tree());
    }

    /// Ids of resources of one kind.
    public Field<List<PublicId>> ids(IdType type) {
        return of(Kind.id(type));
    }

    /// Constants of an enumeration.
    public <E extends Enum<E>> Field<List<E>> oneOf(Class<E> type) {
        return of(Kind.oneOf(type));
    }

    private <T> Field<List<T>> of(Kind<T> kind) {
        return input.field(
                name,
                new Kind<List<T>>(
                        () -> Map.of(
                                "type",
                                "array",
                                "minItems",
                                fewest,
                                "maxItems",
                                most,
                                "items",
                                kind.schema().get()),
                        List.of(),
                        (node, at, scalars) -> parsed(node, at, scalars, kind)));
    }

    private <T> @Nullable List<T> parsed(JsonNode node, String at, Scalars scalars, Kind<T> kind) {
        if (!fits(node, at, scalars)) {
            return null;
        }
        List<T> entries = new ArrayList<>(node.size());
        int i = 0;
        for (JsonNode each : node.values()) {
            @Nullable T entry = kind.parser().parse(each, Pointers.child(at, Integer.toString(i++)), scalars);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }

    private boolean fits(JsonNode node, String at, Scalars scalars) {
        if (!node.isArray()) {
            scalars.wrongType(at, Text.of("a list", "列表"), node);
            return false;
        }
        int size = node.size();
        if (size < fewest) {
            scalars.mistakes()
                    .add(at, ProblemCode.TOO_FEW, Text.of("At least %s entries are needed.", "至少需要 %s 项。", fewest));
        }
        if (size > most) {
            scalars.mistakes()
                    .add(
                            at,
                            ProblemCode.TOO_MANY,
                            Text.of("At most %s entries are possible; these are %s.", "最多 %s 项，现为 %s 项。", most, size));
        }
        return size >= fewest && size <= most;
    }
}
