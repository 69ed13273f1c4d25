package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.DepartmentRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Members and departments (通讯录), as far as customer contact needs them.
final class StaffApi {
    private static final Pattern USERID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");

    private StaffApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/cgi-bin/user/get",
                        StaffApi::user,
                        "department",
                        "order",
                        "is_leader_in_dept",
                        "direct_leader"),
                Endpoint.get("/cgi-bin/department/list", StaffApi::departments, "department"),
                Endpoint.contactGet(
                        "/cgi-bin/externalcontact/get_follow_user_list", StaffApi::followUsers, "follow_user"));
    }

    /// The member that a call names, active or not.
    static StaffRow visibleMember(Call call, String userid) {
        var member = call.corp().directory().staff(userid).orElseThrow(Errcode.BAD_USERID::error);
        if (!call.app().sees(member.userid())) {
            throw Errcode.NO_PRIVILEGE.error();
        }
        return member;
    }

    private static void user(Call call, ObjectNode answer) {
        var userid = call.params().text("userid");
        if (userid.isEmpty()) {
            throw Errcode.USER_UNKNOWN.error();
        }
        if (!USERID.matcher(userid).matches()) {
            throw Errcode.BAD_USERID.error();
        }
        var member = call.corp().directory().staff(userid).orElseThrow(Errcode.USER_UNKNOWN::error);
        if (!call.app().sees(member.userid())) {
            throw Errcode.NO_PRIVILEGE.error();
        }
        answer.put("userid", member.userid()).put("name", member.name());
        var departments = answer.putArray("department");
        var order = answer.putArray("order");
        var leader = answer.putArray("is_leader_in_dept");
        for (var department : member.departments()) {
            departments.add(department);
            order.add(0);
            leader.add(0);
        }
        answer.put("position", member.position());
        answer.putArray("direct_leader");
        answer.put("alias", "").put("telephone", "").put("status", member.status());
        answer.put(
                "main_department",
                member.departments().isEmpty() ? 1 : member.departments().getFirst());
        answer.put("gender", "0");
        answer.putObject("extattr").putArray("attrs");
        answer.put("external_position", member.position());
        answer.putObject("external_profile")
                .put("external_corp_name", call.corp().row().name())
                .putArray("external_attr");
    }

    private static void departments(Call call, ObjectNode answer) {
        var directory = call.corp().directory();
        Collection<DepartmentRow> found = directory.departments();
        if (call.params().has("id") && !call.params().text("id").isEmpty()) {
            found = directory.subtree(Math.clamp(call.params().number("id", 1), -1, Integer.MAX_VALUE));
            if (found.isEmpty()) {
                throw Errcode.BAD_PARTY.error();
            }
        }
        var departments = answer.putArray("department");
        for (var department : found) {
            var node = departments.addObject();
            node.put("id", department.id()).put("name", department.name()).put("name_en", "");
            node.putArray("department_leader");
            node.put("parentid", department.parentId()).put("order", department.order());
        }
    }

    private static void followUsers(Call call, ObjectNode answer) {
        var members = answer.putArray("follow_user");
        call.corp().directory().staff().stream()
                .filter(StaffRow::serves)
                .filter(member -> call.app().sees(member.userid()))
                .forEach(member -> members.add(member.userid()));
    }
}
