package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.query.Listing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What a controller adds to the API document, by `operationId`: its lists, its bodies with an
/// example each, the problems that are its own.
public final class Contract {
    private final Map<String, Listing> lists = new LinkedHashMap<>();
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Map<String, List<ProblemCode>> problems = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Set<String> once = new LinkedHashSet<>();

    /// A controller that has one.
    public interface Owner {
        /// What it adds.
        Contract contract();
    }

    /// A body: what reads it, an example of it as JSON text, and whether it must be there.
    record Body(Function<Input, ?> reader, String example, boolean required) {}

    /// Says how an operation lists.
    public Contract list(String operation, Listing listing) {
        lists.put(operation, listing);
        return this;
    }

    /// Says what an operation reads.
    ///
    /// @param example JSON text that a client could send
    public Contract body(String operation, Function<Input, ?> reader, String example) {
        bodies.put(operation, new Body(reader, example, true));
        return this;
    }

    /// Says what an operation reads if anything is sent.
    ///
    /// @param example JSON text that a client could send
    public Contract optionalBody(String operation, Function<Input, ?> reader, String example) {
        bodies.put(operation, new Body(reader, example, false));
        return this;
    }

    /// Gives an example of the CSV file that an operation reads.
    public Contract file(String operation, String example) {
        files.put(operation, example);
        return this;
    }

    /// Says that an operation requires an `Idempotency-Key`.
    public Contract once(String operation) {
        once.add(operation);
        return this;
    }

    /// Names problems of an operation beside those that every operation can have.
    public Contract problems(String operation, ProblemCode... codes) {
        problems.put(operation, List.of(codes));
        return this;
    }

    Map<String, Listing> lists() {
        return lists;
    }

    Map<String, Body> bodies() {
        return bodies;
    }

    Map<String, String> files() {
        return files;
    }

    Map<String, List<ProblemCode>> problems() {
        return problems;
    }

    Set<String> once() {
        return once;
    }

    /// All contracts together.
    static Contract joined(List<Owner> owners) {
        var all = new Contract();
        for (Owner owner : owners) {
            Contract contract = owner.contract();
            all.lists.putAll(contract.lists);
            all.bodies.putAll(contract.bodies);
            all.files.putAll(contract.files);
            all.problems.putAll(contract.problems);
            all.once.addAll(contract.once);
        }
        return all;
    }
}
