package cn.siyu.adapter.wecom.doctor;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.adapter.wecom.doctor.Finding.Weight;
import cn.siyu.application.channel.port.Answer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at what a corp lets one app do (接入检查), by calls that change nothing. What comes after
/// something broken is not looked at: it would only say the same.
public final class WeComDoctor {
    private static final String ROOT = "/cgi-bin/externalcontact/";

    private final WeComClient client;

    public WeComDoctor(WeComClient client) {
        this.client = client;
    }

    /// All findings, in the order of what depends on what.
    public List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        findings.add(finding(Weight.BROKEN, "token", client.fence().map(_ -> "the corp accepts the secret")));
        if (sound(findings)) {
            findings.add(finding(
                    Weight.BROKEN,
                    "trusted address",
                    client.read(
                            ApiCall.get("/cgi-bin/get_api_domain_ip", Map.of()),
                            answer -> answer.texts("ip_list").size() + " addresses of the platform read")));
        }
        if (sound(findings)) {
            findings.add(finding(Weight.BROKEN, "visible range", departments()));
            findings.add(contactStaff());
        }
        if (sound(findings)) {
            findings.addAll(permissions());
        }
        return findings;
    }

    private static boolean sound(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.BROKEN);
    }

    private Answer<String> departments() {
        return client.read(
                ApiCall.get("/cgi-bin/department/list", Map.of()),
                answer -> answer.objects("department", row -> row.number("id")).size() + " departments");
    }

    private Finding contactStaff() {
        var staff = client.read(
                ApiCall.get(ROOT + "get_follow_user_list", Map.of()), answer -> answer.texts("follow_user"));
        if (staff instanceof Answer.Done<List<String>>(var members) && members.isEmpty()) {
            return new Finding(
                    Weight.BROKEN,
                    "customer contact",
                    "no member has it: add some under 客户联系 → 权限配置 → 使用范围, inside the app's 可见范围");
        }
        return finding(
                Weight.BROKEN,
                "customer contact",
                staff.map(members -> members.size() + " members may have customers"));
    }

    private List<Finding> permissions() {
        var now = client.now().getEpochSecond();
        var lastHour = body().put("start_time", now - 3600).put("end_time", now);
        return List.of(
                may("mass messages", "get_groupmsg_list_v2", lastHour.deepCopy().put("chat_type", "single")),
                may("tags", "get_corp_tag_list", body()),
                may("customer groups", "groupchat/list", body().put("limit", 1)),
                may("transfers", "get_unassigned_list", body().put("page_size", 1)),
                may("moments", "get_moment_list", lastHour),
                may("acquisition links", "customer_acquisition/list_link", body().put("limit", 1)),
                may("product albums", "get_product_album_list", body().put("limit", 1)),
                may("customer strategies", "customer_strategy/list", body().put("limit", 1)),
                finding(
                        Weight.NOTE,
                        "intercept rules",
                        client.read(ApiCall.get(ROOT + "get_intercept_rule_list", Map.of()), WeComDoctor::permitted)));
    }

    private Finding may(String what, String api, ObjectNode body) {
        return finding(Weight.NOTE, what, client.read(ApiCall.post(ROOT + api, body), WeComDoctor::permitted));
    }

    private static String permitted(AnswerBody answer) {
        return answer.has("errcode") ? "permitted" : "";
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Finding finding(Weight ifNot, String what, Answer<String> answer) {
        return switch (answer) {
            case Answer.Done<String>(var found) -> new Finding(Weight.OK, what, found);
            case Answer.NotDone<String> no -> new Finding(ifNot, what, Advice.on(no.detail()));
            case Answer.Unknown<String>(var detail) -> new Finding(ifNot, what, Advice.on(detail));
        };
    }
}
