package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import java.util.regex.Pattern;

/// A template card (模板卡片消息): five kinds, each with its own obligatory parts.
final class TemplateCard {
    private static final Pattern TASK = Pattern.compile("[A-Za-z0-9_@-]{1,128}");

    private TemplateCard() {}

    static void check(Call call, Params card) {
        switch (card.text("card_type")) {
            case "text_notice" -> {
                if (card.text("sub_title_text").isEmpty()) {
                    titled(card);
                }
                action(card);
            }
            case "news_notice" -> {
                titled(card);
                if (card.object("card_image").text("url").isEmpty()) {
                    StaffMessageForm.required(card.object("image_text_area"), "image_url");
                }
                action(card);
            }
            case "button_interaction" -> {
                titled(card);
                StaffMessageForm.required(card, "task_id");
                listed(card, "button_list", 6);
            }
            case "vote_interaction" -> {
                StaffMessageForm.required(card, "task_id");
                listed(card.object("checkbox"), "option_list", 20);
                StaffMessageForm.required(card.object("submit_button"), "text", "key");
            }
            case "multiple_interaction" -> {
                titled(card);
                StaffMessageForm.required(card, "task_id");
                listed(card, "select_list", 3);
                StaffMessageForm.required(card.object("submit_button"), "text", "key");
            }
            default -> throw Errcode.invalidParam("card_type");
        }
        if (card.has("action_menu")) {
            StaffMessageForm.required(card, "task_id");
            listed(card.object("action_menu"), "action_list", 3);
        }
        task(call, card.text("task_id"));
    }

    private static void titled(Params card) {
        StaffMessageForm.required(card.object("main_title"), "title");
    }

    private static void action(Params card) {
        var action = card.object("card_action");
        switch ((int) action.number("type", 0)) {
            case 1 -> StaffMessageForm.required(action, "url");
            case 2 -> StaffMessageForm.required(action, "appid");
            default -> throw Errcode.invalidParam("card_action");
        }
    }

    private static void listed(Params params, String name, int most) {
        var size = params.objects(name).size();
        if (size < 1 || size > most) {
            throw Errcode.invalidParam(name);
        }
    }

    /// The same task cannot be given twice by one app.
    private static void task(Call call, String taskId) {
        if (taskId.isEmpty()) {
            return;
        }
        var agentId = call.app().agentId();
        if (!TASK.matcher(taskId).matches() || call.corp().desk().taskTaken(agentId, taskId)) {
            throw Errcode.invalidParam("task_id");
        }
    }
}
