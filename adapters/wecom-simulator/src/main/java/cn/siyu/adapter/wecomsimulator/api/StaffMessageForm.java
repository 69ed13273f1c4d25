package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What an app says to members, checked by its kind; texts that are too long are cut where the
/// platform cuts them.
///
/// @param content as it is shown
record StaffMessageForm(String msgtype, ObjectNode content) {
    private static final int TEXT = 2048;
    private static final int URL = 2048;
    private static final int ARTICLES = 8;
    private static final int ARTICLE = 666 * 1024;
    private static final int ITEMS = 10;

    static StaffMessageForm read(Call call) {
        var msgtype = call.params().text("msgtype");
        var body = call.params().object(msgtype);
        ObjectNode content = body.tree().deepCopy();
        switch (msgtype) {
            case "text" -> {
                said(body);
                cutBytes(content, "content", TEXT);
            }
            case "markdown" -> {
                said(body);
                if (Words.bytes(body.text("content")) > TEXT) {
                    throw Errcode.MESSAGE_TOO_LARGE.error();
                }
            }
            case "image" -> GivenMedia.forMessage(call, body.text("media_id"), MediaRow.Kind.IMAGE);
            case "voice" -> GivenMedia.forMessage(call, body.text("media_id"), MediaRow.Kind.VOICE);
            case "file" -> GivenMedia.forMessage(call, body.text("media_id"), MediaRow.Kind.FILE);
            case "video" -> {
                GivenMedia.forMessage(call, body.text("media_id"), MediaRow.Kind.VIDEO);
                cutBytes(content, "title", 128);
                cutBytes(content, "description", 512);
            }
            case "textcard" -> {
                required(body, "title", "description", "url");
                Words.withinBytes(body, "url", URL);
                cut(content, "title", 128);
                cut(content, "description", 512);
                cut(content, "btntxt", 4);
            }
            case "news" -> articles(body).forEach(StaffMessageForm::news);
            case "mpnews" -> articles(body).forEach(article -> mpnews(call, article));
            case "miniprogram_notice" -> notice(body);
            case "template_card" -> TemplateCard.check(call, body);
            default -> throw Errcode.BAD_MSGTYPE.error();
        }
        return new StaffMessageForm(msgtype, content);
    }

    /// The task of a card; `""` for everything else.
    String taskId() {
        return msgtype.equals("template_card") ? content.path("task_id").asText("") : "";
    }

    /// Whether a code to change the card with is answered.
    boolean canBeChanged() {
        return msgtype.equals("template_card")
                && (content.has("action_menu")
                        || content.path("card_type").asText().endsWith("_interaction"));
    }

    private static void said(Params body) {
        if (body.text("content").isEmpty()) {
            throw Errcode.EMPTY_CONTENT.error();
        }
    }

    private static List<Params> articles(Params body) {
        var articles = body.objects("articles");
        if (articles.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (articles.size() > ARTICLES) {
            throw Errcode.TOO_MANY_ARTICLES.error();
        }
        return articles;
    }

    private static void news(Params article) {
        required(article, "title");
        if (article.text("appid").isEmpty() || article.text("pagepath").isEmpty()) {
            required(article, "url");
        }
        Words.withinBytes(article, "url", URL);
        Words.withinBytes(article, "picurl", URL);
        Words.withinBytes(article, "pagepath", 128);
    }

    private static void mpnews(Call call, Params article) {
        required(article, "title", "thumb_media_id", "content");
        GivenMedia.forMessage(call, article.text("thumb_media_id"), MediaRow.Kind.IMAGE);
        Words.withinBytes(article, "author", 64);
        if (Words.bytes(article.text("content")) > ARTICLE) {
            throw Errcode.MESSAGE_TOO_LARGE.error();
        }
    }

    private static void notice(Params body) {
        required(body, "appid", "title");
        between(body, "title");
        between(body, "description");
        Words.withinBytes(body, "page", 1024);
        var items = body.objects("content_item");
        if (items.size() > ITEMS) {
            throw Errcode.invalidParam("content_item");
        }
        items.forEach(item -> {
            Words.within(item, "key", 10);
            Words.within(item, "value", 30);
        });
    }

    private static void between(Params body, String name) {
        var length = Words.characters(body.text(name));
        if (length > 0 && (length < 4 || length > 12)) {
            throw Errcode.invalidParam(name);
        }
    }

    static void required(Params params, String... names) {
        for (var name : names) {
            if (params.text(name).isEmpty()) {
                throw Errcode.PARAMETER_EMPTY.error();
            }
        }
    }

    private static void cut(ObjectNode content, String name, int most) {
        var text = content.path(name).asText("");
        if (Words.characters(text) > most) {
            content.put(name, text.substring(0, text.offsetByCodePoints(0, most)));
        }
    }

    /// Cuts behind the last whole character that fits.
    private static void cutBytes(ObjectNode content, String name, int most) {
        var text = content.path(name).asText("");
        while (Words.bytes(text) > most) {
            var over = Words.bytes(text) - most;
            var drop = Math.max(1, over / 4);
            text = text.substring(0, text.offsetByCodePoints(text.length(), -drop));
            content.put(name, text);
        }
    }
}
