package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list of a request, whose entries are all of one kind. An absent list counts as a mistake only after `get()`.
public final class Entries {
    private final Field<List<JsonNode>> nodes;
    private final String pointer;
    private final Mistakes mistakes;
    private final Scalars scalars;

    Entries(Field<List<JsonNode>> nodes, String pointer, Mistakes mistakes) {
        this.nodes = nodes;
        this.pointer = pointer;
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
    }

    /// Objects.
    public <T> Field<List<T>> objects(Function<Input, T> reader) {
        return each((node, at) -> {
            if (!node.isObject()) {
                scalars.wrongType(at, Text.of("an object", "对象"), node);
                return null;
            }
            return Input.read(node, at, mistakes, reader);
        });
    }

    /// Texts of 1 to `longest` characters.
    public Field<List<String>> texts(int longest) {
        return each((node, at) -> scalars.text(node, at, longest));
    }

    /// Ids of resources of one kind.
    public Field<List<PublicId>> ids(IdType type) {
        return each((node, at) -> scalars.id(node, at, type));
    }

    /// Constants of an enumeration.
    public <E extends Enum<E>> Field<List<E>> oneOf(Class<E> type) {
        return each((node, at) -> scalars.constant(node, at, type));
    }

    private <T> Field<List<T>> each(Input.Parser<T> parser) {
        return nodes.map(list -> parsed(list, parser));
    }

    private <T> List<T> parsed(List<JsonNode> list, Input.Parser<T> parser) {
        List<T> entries = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            @Nullable T entry = parser.parse(list.get(i), Pointers.child(pointer, Integer.toString(i)));
            if (entry != null) {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }
}
