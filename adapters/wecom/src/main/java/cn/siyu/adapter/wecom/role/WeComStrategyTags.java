package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.StrategyTags;
import cn.siyu.application.channel.port.TagDirectory;
import java.util.List;
import java.util.Set;

/// Tags of strategies (规则组标签): `…_strategy_tag`. An app sees and changes only those that it
/// made.
public final class WeComStrategyTags implements StrategyTags {
    private static final String ROOT = "/cgi-bin/externalcontact/";

    private final WeComClient client;

    public WeComStrategyTags(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<List<TagDirectory.TagGroup>> list(long strategy) {
        return client.read(
                ApiCall.post(ROOT + "get_strategy_tag_list", Bodies.body().put("strategy_id", strategy)),
                answer -> answer.objects("tag_group", WeComTags::group));
    }

    @Override
    public Answer<TagDirectory.TagGroup> create(long strategy, String groupName, List<String> tagNames) {
        var body = Bodies.body("group_name", groupName).put("strategy_id", strategy);
        var tags = body.putArray("tag");
        tagNames.forEach(name -> tags.addObject().put("name", name));
        return client.change(
                ApiCall.post(ROOT + "add_strategy_tag", body), answer -> WeComTags.group(answer.object("tag_group")));
    }

    @Override
    public Answer<Ack> rename(String id, String name) {
        var body = Bodies.body("id", id).put("name", name);
        return client.change(ApiCall.post(ROOT + "edit_strategy_tag", body).as(id), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(Set<String> tagIds) {
        var body = Bodies.texts(Bodies.body(), "tag_id", tagIds);
        return client.change(ApiCall.post(ROOT + "del_strategy_tag", body), _ -> Ack.ACK);
    }
}
