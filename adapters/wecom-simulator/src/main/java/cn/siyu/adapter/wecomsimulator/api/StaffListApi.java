package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Lists of members: of a department, and of the whole corp for the contact-sync secret
/// (通讯录同步), which is the app with agentId 0.
final class StaffListApi {
    private static final int PAGE = 10_000;

    private StaffListApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/cgi-bin/user/simplelist", StaffListApi::ofDepartment, "userlist"),
                Endpoint.post("/cgi-bin/user/list_id", StaffListApi::ids, "dept_user"));
    }

    /// Members of the department itself; those of its sub-departments are asked for one by one.
    private static void ofDepartment(Call call, ObjectNode answer) {
        if (call.params().text("department_id").isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var id = Math.clamp(call.params().number("department_id", 0), 0, Integer.MAX_VALUE);
        if (call.corp().directory().department(id).isEmpty()) {
            throw Errcode.DEPARTMENT_UNKNOWN.error();
        }
        var members = answer.putArray("userlist");
        call.corp().directory().staff().stream()
                .filter(member -> !member.hasLeft() && member.departments().contains(id))
                .filter(member -> call.app().sees(member.userid()))
                .forEach(member -> {
                    var node =
                            members.addObject().put("userid", member.userid()).put("name", member.name());
                    member.departments().forEach(node.putArray("department")::add);
                    node.put("open_userid", "");
                });
    }

    private static void ids(Call call, ObjectNode answer) {
        if (call.app().agentId() != 0) {
            throw Errcode.FORBIDDEN.error();
        }
        var staff = call.corp().directory().staff().stream()
                .filter(member -> !member.hasLeft())
                .toList();
        var query = call.corp().corpId() + "|list_id";
        var start = Cursors.read(query, call.params().text("cursor"));
        var limit = Page.limit(call.params(), PAGE, PAGE);
        var rows = answer.putArray("dept_user");
        var next = "";
        for (var m = (int) Math.max(start.major(), 0); m < staff.size() && next.isEmpty(); m++) {
            var departments = staff.get(m).departments();
            for (var d = m == start.major() ? (int) start.minor() : 0; d < departments.size(); d++) {
                if (rows.size() == limit) {
                    next = Cursors.write(query, new Cursors.Position(m, d));
                    break;
                }
                row(staff.get(m), departments.get(d), rows.addObject());
            }
        }
        answer.put("next_cursor", next);
    }

    private static void row(StaffRow member, int department, ObjectNode node) {
        node.put("userid", member.userid()).put("department", department);
    }
}
