package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// How many rows a page has.
final class Page {
    private Page() {}

    /// Rows from (inclusive) to (exclusive).
    record Slice(int from, int to) {}

    /// The rows of a list that a call asks for by its cursor; tells the next cursor.
    static Slice slice(Call call, String query, int size, int usual, int most, ObjectNode answer) {
        var start = Cursors.read(query, call.params().text("cursor"));
        var from = Math.clamp(start.major(), 0, size);
        var to = Math.min(size, from + limitOrUsual(call.params(), usual, most));
        answer.put("next_cursor", to < size ? Cursors.write(query, new Cursors.Position(to, 0)) : "");
        return new Slice(from, to);
    }

    /// The limit asked for; the usual one when none, or a senseless one, was asked for; never more
    /// than `most`.
    static int limit(Params params, int usual, int most) {
        var asked = params.number("limit", usual);
        return asked < 1 ? usual : (int) Math.min(asked, most);
    }

    /// The same for endpoints that fall back to the usual size when more than `most` is asked for.
    static int limitOrUsual(Params params, int usual, int most) {
        var asked = params.number("limit", usual);
        return asked < 1 || asked > most ? usual : (int) asked;
    }
}
