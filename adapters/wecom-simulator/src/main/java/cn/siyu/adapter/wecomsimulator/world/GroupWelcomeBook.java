package cn.siyu.adapter.wecomsimulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A corp's group welcome templates (入群欢迎语素材), oldest first.
public final class GroupWelcomeBook {
    private final Map<String, GroupWelcomeRow> byId = new LinkedHashMap<>();
    private int next;

    void apply(GroupWelcomeRow row) {
        byId.put(row.templateId(), row);
        next = Math.max(next, row.sequence() + 1);
    }

    void apply(GroupWelcomeRow.Gone row) {
        byId.remove(row.templateId());
    }

    Stream<Row> rows() {
        return byId.values().stream().map(Row.class::cast);
    }

    public int count() {
        return byId.size();
    }

    public int nextSequence() {
        return next;
    }

    public Optional<GroupWelcomeRow> byId(String templateId) {
        return Optional.ofNullable(byId.get(templateId));
    }

    public List<GroupWelcomeRow> all() {
        return List.copyOf(byId.values());
    }
}
