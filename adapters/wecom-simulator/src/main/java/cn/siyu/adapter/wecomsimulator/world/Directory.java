package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's apps, departments and members (通讯录). Userids are compared without regard to case.
public final class Directory {
    private final Map<Integer, AppRow> apps = new TreeMap<>();
    private final Map<Integer, DepartmentRow> departments = new TreeMap<>();
    private final Map<String, StaffRow> staff = new LinkedHashMap<>();
    private final Map<Integer, TokenRow> tokens = new TreeMap<>();
    private final Map<String, TokenRow> tokensByValue = new LinkedHashMap<>();

    void apply(AppRow row) {
        apps.put(row.agentId(), row);
    }

    void apply(DepartmentRow row) {
        departments.put(row.id(), row);
    }

    void apply(StaffRow row) {
        staff.put(key(row.userid()), row);
    }

    /// Two generations of an app's tokens are remembered, so that the older one is answered as
    /// expired rather than unknown.
    void apply(TokenRow row) {
        tokens.put(row.agentId(), row);
        tokensByValue.put(row.value(), row);
        var ofApp = tokensByValue.values().stream()
                .filter(token -> token.agentId() == row.agentId())
                .toList();
        ofApp.stream().limit(Math.max(0, ofApp.size() - 2)).forEach(token -> tokensByValue.remove(token.value()));
    }

    Stream<Row> rows() {
        return Stream.of(apps.values(), departments.values(), staff.values(), tokensByValue.values())
                .flatMap(Collection::stream);
    }

    public Collection<AppRow> apps() {
        return apps.values();
    }

    public Optional<AppRow> app(int agentId) {
        return Optional.ofNullable(apps.get(agentId));
    }

    public Optional<AppRow> appBySecret(String secret) {
        return apps.values().stream().filter(app -> app.secret().equals(secret)).findFirst();
    }

    public Optional<TokenRow> tokenOf(AppRow app) {
        return Optional.ofNullable(tokens.get(app.agentId()));
    }

    public Optional<TokenRow> token(String value) {
        return Optional.ofNullable(tokensByValue.get(value));
    }

    public Collection<DepartmentRow> departments() {
        return departments.values();
    }

    public Optional<DepartmentRow> department(int id) {
        return Optional.ofNullable(departments.get(id));
    }

    public Collection<StaffRow> staff() {
        return staff.values();
    }

    public Optional<StaffRow> staff(String userid) {
        return Optional.ofNullable(staff.get(key(userid)));
    }

    /// A department and everything below it; empty when it does not exist.
    public List<DepartmentRow> subtree(int id) {
        var root = departments.get(id);
        if (root == null) {
            return List.of();
        }
        var found = new ArrayList<DepartmentRow>();
        found.add(root);
        // a department comes once, whatever the rows say
        var seen = new HashSet<>(Set.of(id));
        for (var i = 0; i < found.size(); i++) {
            var parent = found.get(i).id();
            departments.values().stream()
                    .filter(department -> department.parentId() == parent && seen.add(department.id()))
                    .forEach(found::add);
        }
        return found;
    }

    /// The members of departments, sub-departments included, in the directory's order.
    public List<StaffRow> membersOf(Collection<Integer> parties) {
        Set<Integer> within = new HashSet<>();
        parties.forEach(party -> subtree(party).forEach(department -> within.add(department.id())));
        return staff.values().stream()
                .filter(member -> member.departments().stream().anyMatch(within::contains))
                .toList();
    }

    private static String key(String userid) {
        return userid.toLowerCase(Locale.ROOT);
    }
}
