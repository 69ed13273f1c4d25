package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;

/// A media_id in a request, checked: 40007 unknown or of another kind, 40145 older than three days,
/// 41072 uploaded for another use.
final class GivenMedia {
    private GivenMedia() {}

    /// A file that can be used in messages to customers and members.
    static MediaRow forMessage(Call call, String mediaId, MediaRow.Kind kind) {
        return of(call, mediaId, kind, MediaRow.Scene.MESSAGE);
    }

    /// A file that was uploaded for this use.
    static MediaRow of(Call call, String mediaId, MediaRow.Kind kind, MediaRow.Scene scene) {
        var row = usable(call, mediaId);
        if (row.kind() != kind) {
            throw Errcode.BAD_MEDIA_ID.error();
        }
        if (row.scene() != scene) {
            throw Errcode.ATTACHMENT_SCENE.error();
        }
        return row;
    }

    /// A file that has not expired.
    static MediaRow usable(Call call, String mediaId) {
        var row = call.corp().media().byId(mediaId).orElseThrow(Errcode.BAD_MEDIA_ID::error);
        if (row.expired(call.now())) {
            throw Errcode.MEDIA_EXPIRED.error();
        }
        return row;
    }
}
