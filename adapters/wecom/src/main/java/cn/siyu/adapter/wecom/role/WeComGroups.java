package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.CustomerGroups;
import cn.siyu.application.channel.port.Slice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Customer groups (客户群): `groupchat/list` and `groupchat/get`.
public final class WeComGroups implements CustomerGroups {
    private static final String ROOT = "/cgi-bin/externalcontact/groupchat/";
    private static final int PAGE = 1000;

    /// What `status` means, by its number.
    private static final List<State> STATES =
            List.of(State.NORMAL, State.OWNER_LEFT, State.BEING_INHERITED, State.INHERITED);

    /// What `join_scene` means, by its number less one.
    private static final List<JoinedBy> SCENES =
            List.of(JoinedBy.INVITATION, JoinedBy.INVITATION_LINK, JoinedBy.QR_CODE);

    private final WeComClient client;

    public WeComGroups(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Slice<Listed>> list(List<String> owners, @Nullable String cursor) {
        var body = Bodies.page(Bodies.body().put("status_filter", 0), cursor, PAGE);
        if (!owners.isEmpty()) {
            Bodies.texts(body.putObject("owner_filter"), "userid_list", owners);
        }
        return client.read(
                ApiCall.post(ROOT + "list", body),
                answer -> new Slice<>(
                        answer.objects(
                                "group_chat_list",
                                row -> new Listed(
                                        row.id("chat_id"),
                                        Codes.at(STATES, row.numberOr("status", 0), State.UNRECOGNISED))),
                        answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Group> fetch(String groupId) {
        return client.read(
                ApiCall.post(ROOT + "get", Bodies.body("chat_id", groupId).put("need_name", 1))
                        .as(groupId),
                answer -> group(answer.object("group_chat")));
    }

    private static Group group(AnswerBody row) throws MalformedAnswer {
        return new Group(
                row.id("chat_id"),
                row.textOr("name", ""),
                Objects.requireNonNullElse(row.optionalId("owner"), ""),
                row.time("create_time"),
                row.textOr("notice", ""),
                row.objects("member_list", WeComGroups::member),
                row.objects("admin_list", admin -> admin.id("userid")),
                row.optionalText("member_version"));
    }

    private static Member member(AnswerBody row) throws MalformedAnswer {
        return new Member(
                row.id("userid"),
                row.number("type") == 1,
                row.textOr("name", ""),
                row.time("join_time"),
                Codes.at(SCENES, row.numberOr("join_scene", 0) - 1, JoinedBy.UNRECOGNISED),
                row.optionalId("unionid"),
                row.optionalText("state"),
                row.has("invitor") ? row.object("invitor").optionalId("userid") : null);
    }
}
