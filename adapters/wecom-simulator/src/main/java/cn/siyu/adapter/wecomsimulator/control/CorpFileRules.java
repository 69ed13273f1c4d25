package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.world.DepartmentRow;
import cn.siyu.adapter.wecomsimulator.world.DepartmentTree;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the parts of a corp's file must be to each other, and the values that the platform does not
/// know.
final class CorpFileRules {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final int MOST_CUSTOMERS = 10_000_000;

    private CorpFileRules() {}

    /// @param departments those of the file, with the root
    static void check(CorpFile file, List<DepartmentRow> departments) {
        DepartmentTree.wrong(departments).ifPresent(wrong -> {
            throw ControlError.bad("departments: " + wrong);
        });
        apps(file);
        staff(file, departments);
        file.tags().forEach(CorpFileRules::tags);
        Values.distinct(
                "tags: the group",
                file.tags().stream().map(CorpFile.TagGroup::group).toList());
        customers(file);
        if (file.behaviour() != null) {
            file.behaviour().check();
        }
    }

    private static void apps(CorpFile file) {
        Values.distinct(
                "apps: agentId", file.apps().stream().map(CorpFile.App::agentId).toList());
        for (var app : file.apps()) {
            if (app.callback() != null) {
                CorpLoader.callback(app.callback());
            }
        }
    }

    private static void staff(CorpFile file, List<DepartmentRow> departments) {
        var userids = file.staff().stream().map(member -> member.userid().toLowerCase(Locale.ROOT));
        Values.distinct("staff: userid", userids.toList());
        var known = departments.stream().map(DepartmentRow::id).collect(Collectors.toSet());
        for (var member : file.staff()) {
            Values.status("staff: status of " + member.userid(), member.status());
            for (var department : member.departments()) {
                if (!known.contains(department)) {
                    throw ControlError.bad(
                            "staff: %s is in department %d, which there is not".formatted(member.userid(), department));
                }
            }
        }
    }

    private static void tags(CorpFile.TagGroup group) {
        Values.text("tags: group", group.group(), 30);
        group.names().forEach(name -> Values.text("tags: names of " + group.group(), name, 30));
    }

    private static void customers(CorpFile file) {
        Values.between("moreCustomers", file.moreCustomers(), 0, MOST_CUSTOMERS);
        Values.distinct(
                "customers: externalUserId",
                file.customers().stream()
                        .map(CorpFile.Customer::externalUserId)
                        .filter(Objects::nonNull)
                        .toList());
        for (var customer : file.customers()) {
            var id = customer.externalUserId();
            if (id != null && !id.matches(ID)) {
                throw ControlError.bad("customers: externalUserId must be 1 to 64 letters, digits, - or _");
            }
            Values.between("customers: gender", customer.gender(), 0, 2);
            customer.followers().forEach(follow -> Values.addWay("customers: addWay", follow.addWay()));
        }
    }
}
