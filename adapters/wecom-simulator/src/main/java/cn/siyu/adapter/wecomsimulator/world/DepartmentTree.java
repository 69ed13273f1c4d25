package cn.siyu.adapter.wecomsimulator.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Departments (部门) form one tree: from each of them the way up ends at the root, which has the
/// id 1.
public final class DepartmentTree {
    private static final int ROOT = 1;

    private DepartmentTree() {}

    /// What keeps departments from being a tree; empty when nothing does.
    public static Optional<String> wrong(Collection<DepartmentRow> departments) {
        Map<Integer, Integer> parents = new HashMap<>();
        for (var each : departments) {
            if (each.id() < ROOT) {
                return Optional.of("department " + each.id() + ": an id must be 1 or above");
            }
            if (parents.put(each.id(), each.parentId()) != null) {
                return Optional.of("there are two departments " + each.id());
            }
        }
        var rooted = new HashSet<Integer>();
        for (var each : departments) {
            var wrong = climb(each.id(), parents, rooted);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> climb(int from, Map<Integer, Integer> parents, Set<Integer> rooted) {
        var path = new HashSet<Integer>();
        for (var id = from; id != ROOT && !rooted.contains(id); ) {
            if (!path.add(id)) {
                return Optional.of("department " + id + " lies below itself");
            }
            var parent = parents.get(id);
            if (parent == null) {
                return Optional.of("there is no department " + id + ", but one below it");
            }
            id = parent;
        }
        rooted.addAll(path);
        return Optional.empty();
    }
}
