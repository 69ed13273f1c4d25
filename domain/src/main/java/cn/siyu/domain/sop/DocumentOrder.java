package cn.siyu.domain.sop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts mistakes into the order of the document they are in. What is missing stands where its
/// parent begins.
final class DocumentOrder {
    private final Map<String, Integer> places = new HashMap<>();

    private DocumentOrder(@Nullable Object tree) {
        visit(tree, "");
    }

    static List<SopMistake> of(@Nullable Object tree, List<SopMistake> mistakes) {
        var order = new DocumentOrder(tree);
        var sorted = new ArrayList<>(mistakes);
        sorted.sort(Comparator.comparingInt(mistake -> order.place(mistake.pointer())));
        return List.copyOf(sorted);
    }

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void visit(@Nullable Object value, String pointer) {
        places.put(pointer, places.size());
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, each) -> visit(each, child(pointer, String.valueOf(name))));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    visit(list.get(i), pointer + "/" + i);
                }
            }
            case null, default -> {}
        }
    }

    private int place(String pointer) {
        Integer place = places.get(pointer);
        return place == null ? place(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')))) : place;
    }
}
