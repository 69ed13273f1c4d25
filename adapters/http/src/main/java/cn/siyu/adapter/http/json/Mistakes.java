package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The mistakes of one body, as they are met.
final class Mistakes {
    private static final int MOST_TOLD = 100;

    private final JsonNode document;
    private final String root;
    private final List<Mistake> met;

    Mistakes(JsonNode document, List<Mistake> alreadyMet) {
        this(document, "", alreadyMet);
    }

    /// @param root where the document stands in the whole body
    Mistakes(JsonNode document, String root, List<Mistake> alreadyMet) {
        this.document = document;
        this.root = root;
        this.met = new ArrayList<>(alreadyMet);
    }

    void add(String pointer, ProblemCode code, Text detail) {
        met.add(Mistake.at(pointer, code, detail));
    }

    boolean any() {
        return !met.isEmpty();
    }

    /// Ends the request if there was any mistake; the first hundred are told, in document order.
    void refuse() {
        if (any()) {
            throw Problems.body(told());
        }
    }

    /// The first hundred, in document order.
    List<Mistake> told() {
        Pointers order = Pointers.in(document);
        return met.stream()
                .sorted(Comparator.comparingInt(mistake -> order.rank(pointer(mistake))))
                .limit(MOST_TOLD)
                .toList();
    }

    private String pointer(Mistake mistake) {
        return mistake.place() instanceof Mistake.Place.Pointer(var value) && value.startsWith(root)
                ? value.substring(root.length())
                : "";
    }
}
