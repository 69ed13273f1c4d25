package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Part;
import cn.siyu.adapter.wecomsimulator.world.MediaLimits;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import cn.siyu.adapter.wecomsimulator.world.PictureRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Files for messages, moments and albums (素材管理): put up for three days, pictures for good,
/// fetched back.
final class MediaApi {
    private static final String ROOT = "/cgi-bin/media/";

    private MediaApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        ROOT + "upload", Endpoint.Verb.UPLOAD, Endpoint.Needs.ANY_APP, List.of(), MediaApi::upload),
                new Endpoint(
                        ROOT + "upload_attachment",
                        Endpoint.Verb.UPLOAD,
                        Endpoint.Needs.CUSTOMER_CONTACT,
                        List.of(),
                        MediaApi::uploadAttachment),
                new Endpoint(
                        ROOT + "uploadimg",
                        Endpoint.Verb.UPLOAD,
                        Endpoint.Needs.ANY_APP,
                        List.of(),
                        MediaApi::uploadPicture),
                new Endpoint(ROOT + "get", Endpoint.Verb.DOWNLOAD, Endpoint.Needs.ANY_APP, List.of(), MediaApi::get));
    }

    private static void upload(Call call, ObjectNode answer) {
        var kind = kind(call, "type");
        var part = part(call);
        var row = keep(call, UploadedFile.forMessages(limits(call), kind, part), part);
        answered(answer, row).put("created_at", Long.toString(row.createdAt()));
    }

    private static void uploadAttachment(Call call, ObjectNode answer) {
        var kind = kind(call, "media_type");
        var scene = switch ((int) call.params().number("attachment_type", 0)) {
            case 1 -> MediaRow.Scene.MOMENT;
            case 2 -> MediaRow.Scene.ALBUM;
            default -> throw Errcode.ATTACHMENT_SCENE.error();
        };
        var part = part(call);
        var row = keep(call, UploadedFile.attached(limits(call), kind, scene, part), part);
        answered(answer, row).put("created_at", row.createdAt());
    }

    private static void uploadPicture(Call call, ObjectNode answer) {
        var corp = call.corp();
        var part = call.parts().stream().findFirst().orElseThrow(Errcode.EMPTY_MEDIA::error);
        UploadedFile.checkPicture(limits(call), part);
        var sequence = corp.media().pictures();
        var id = corp.ids().media("picture|" + sequence + "|" + part.bytes().hashCode(), _ -> false);
        var row = new PictureRow("https://wework.qpic.cn/wwpic3az/" + id + "/0", sequence, call.now());
        corp.put(row);
        answer.put("errmsg", "").put("url", row.url());
    }

    private static void get(Call call, ObjectNode answer) {
        var row = GivenMedia.usable(call, call.params().text("media_id"));
        answer.put(Endpoint.FILE, call.corp().media().bytesOf(row).toString()).put(Endpoint.TYPE, row.type());
    }

    private static MediaLimits limits(Call call) {
        return call.corp().limits().media();
    }

    private static MediaRow.Kind kind(Call call, String parameter) {
        return MediaRow.Kind.of(call.params().text(parameter)).orElseThrow(Errcode.BAD_MEDIA_TYPE::error);
    }

    private static Part part(Call call) {
        return call.parts().stream()
                .filter(part -> part.name().equals("media"))
                .findFirst()
                .orElseThrow(Errcode.EMPTY_MEDIA::error);
    }

    private static MediaRow keep(Call call, UploadedFile file, Part part) {
        var book = call.corp().media();
        var sequence = book.count();
        var id = call.corp()
                .ids()
                .media(
                        sequence + "|" + part.bytes().hashCode(),
                        taken -> book.byId(taken).isPresent());
        var row = new MediaRow(
                id,
                sequence,
                file.kind(),
                file.scene(),
                part.fileName(),
                file.type(),
                part.bytes().remaining(),
                file.seconds(),
                call.now(),
                call.now() + limits(call).lifeSeconds());
        book.keep(id, part.bytes(), call.now());
        call.corp().put(row);
        return row;
    }

    /// The pages of these endpoints print an empty errmsg for success.
    private static ObjectNode answered(ObjectNode answer, MediaRow row) {
        return answer.put("errmsg", "").put("type", row.kind().word()).put("media_id", row.id());
    }
}
