package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The closing message (结束语) of a temporary contact way, checked field by field.
final class Conclusions {
    private static final int TEXT_BYTES = 4000;
    private static final int LINK_TITLE = 128;
    private static final int LINK_DESCRIPTION = 512;
    private static final int PROGRAM_TITLE = 64;

    private Conclusions() {}

    static JsonNode read(Call call, Params conclusions) {
        Words.withinBytes(conclusions.object("text"), "content", TEXT_BYTES);
        Words.withinBytes(conclusions.object("link"), "title", LINK_TITLE);
        Words.withinBytes(conclusions.object("link"), "desc", LINK_DESCRIPTION);
        Words.withinBytes(conclusions.object("miniprogram"), "title", PROGRAM_TITLE);
        var picture = conclusions.object("image").text("media_id");
        if (!picture.isEmpty()) {
            GivenMedia.forMessage(call, picture, MediaRow.Kind.IMAGE);
        }
        return conclusions.tree();
    }

    /// As it is read back: an image shows its address instead of its media_id.
    static JsonNode readBack(JsonNode conclusions) {
        if (!(conclusions.path("image") instanceof ObjectNode image) || !image.has("media_id")) {
            return conclusions;
        }
        ObjectNode shown = conclusions.deepCopy();
        shown.putObject("image")
                .put(
                        "pic_url",
                        "https://wework.qpic.cn/wwpic/" + image.path("media_id").asText() + "/0");
        return shown;
    }
}
