package cn.siyu.adapter.persistence.task;

import cn.siyu.application.task.port.Tasks.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a worklist that an index reads without looking at what comes before it. What follows
/// a place is one comparison of rows; H2 enters an index by the first column of such a comparison
/// only, and would read everything of the account up to the place, page after page. In pieces, each
/// of equal columns and one that is greater, both databases enter the index at the place itself. The
/// whole list names the account too: without it H2 takes another index and sorts all of the list.
///
/// @param condition a condition on the task `t`, to be appended
/// @param parameters its parameters, in order
record Stretch(String condition, List<Object> parameters) {
    private static final List<String> COLUMNS = List.of("t.account", "t.turn", "t.expires_at", "t.id");

    /// What follows a place, piece after piece in the order of the worklist.
    ///
    /// @param after null: the whole list, as one piece
    static List<Stretch> behind(@Nullable Turn after) {
        if (after == null) {
            return List.of(new Stretch(" AND t.account >= ?", List.of(0L)));
        }
        List<Object> place = List.of(after.account(), -after.worth(), after.expiresAt(), after.id());
        List<Stretch> stretches = new ArrayList<>();
        for (int equal = COLUMNS.size() - 1; equal >= 0; equal--) {
            var condition = new StringBuilder();
            COLUMNS.subList(0, equal)
                    .forEach(column -> condition.append(" AND ").append(column).append(" = ?"));
            condition.append(" AND ").append(COLUMNS.get(equal)).append(" > ?");
            stretches.add(new Stretch(condition.toString(), place.subList(0, equal + 1)));
        }
        return stretches;
    }
}
