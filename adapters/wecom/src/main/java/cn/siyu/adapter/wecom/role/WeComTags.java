package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.TagDirectory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Corp tags (企业标签) and `mark_tag` (编辑客户企业标签). An app may change only tags that it
/// created.
public final class WeComTags implements TagDirectory {
    private static final String ROOT = "/cgi-bin/externalcontact/";

    private final WeComClient client;

    public WeComTags(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<List<TagGroup>> list() {
        return client.read(
                ApiCall.post(ROOT + "get_corp_tag_list", Bodies.body()),
                answer -> answer.objects("tag_group", WeComTags::group));
    }

    @Override
    public Answer<TagGroup> create(String groupName, List<String> tagNames) {
        var body = Bodies.body("group_name", groupName);
        var tags = body.putArray("tag");
        tagNames.forEach(name -> tags.addObject().put("name", name));
        return client.change(ApiCall.post(ROOT + "add_corp_tag", body), answer -> group(answer.object("tag_group")));
    }

    @Override
    public Answer<Ack> rename(String id, String name) {
        return change("edit_corp_tag", Bodies.body("id", id).put("name", name), id);
    }

    @Override
    public Answer<Ack> delete(Set<String> tagIds) {
        return change("del_corp_tag", Bodies.texts(Bodies.body(), "tag_id", tagIds), "");
    }

    @Override
    public Answer<Ack> mark(String staff, String contactId, Set<String> add, Set<String> remove) {
        var body = Bodies.body("userid", staff).put("external_userid", contactId);
        if (!add.isEmpty()) {
            Bodies.texts(body, "add_tag", add);
        }
        if (!remove.isEmpty()) {
            Bodies.texts(body, "remove_tag", remove);
        }
        return change("mark_tag", body, contactId);
    }

    private Answer<Ack> change(String api, ObjectNode body, String reference) {
        return client.change(ApiCall.post(ROOT + api, body).as(reference), _ -> Ack.ACK);
    }

    static TagGroup group(AnswerBody group) throws MalformedAnswer {
        return new TagGroup(
                group.id("group_id"),
                group.text("group_name"),
                group.objects("tag", tag -> new Tag(tag.id("id"), tag.text("name"))));
    }
}
