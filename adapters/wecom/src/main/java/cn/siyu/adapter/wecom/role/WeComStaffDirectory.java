package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.StaffDirectory;
import java.util.List;
import java.util.Map;

/// Departments and members (通讯录) as far as the app may see them.
public final class WeComStaffDirectory implements StaffDirectory {
    private final WeComClient client;

    public WeComStaffDirectory(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<List<Department>> departments() {
        return client.read(
                ApiCall.get("/cgi-bin/department/list", Map.of()),
                answer -> answer.objects(
                        "department",
                        row -> new Department(row.number("id"), row.numberOr("parentid", 0), row.textOr("name", ""))));
    }

    @Override
    public Answer<List<String>> contactStaff() {
        return client.read(
                ApiCall.get("/cgi-bin/externalcontact/get_follow_user_list", Map.of()),
                answer -> answer.ids("follow_user"));
    }

    @Override
    public Answer<Member> member(String staff) {
        return client.read(
                ApiCall.get("/cgi-bin/user/get", Map.of("userid", staff)).as(staff),
                answer -> new Member(
                        answer.id("userid"),
                        answer.textOr("name", ""),
                        answer.numbers("department"),
                        answer.numberOr("status", 0) == 1));
    }
}
