package cn.siyu.adapter.wecom;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Answers that no API promises, from a seed: the right field names with any values.
final class Garbage {
    private static final List<String> FIELDS = List.of(
            ("msgid fail_list next_cursor task_list send_list userid status send_time external_userid external_contact "
                            + "follow_user name type gender createtime tags tag_id config_id qr_code tag_group group_id "
                            + "group_name tag id department parentid access_token expires_in media_id created_at url "
                            + "group_chat_list chat_id group_chat owner create_time member_list join_time join_scene "
                            + "join_way chat_id_list auto_create_room customer errcode takeover_time info "
                            + "dimission_time failed_chat_list jobid result moment_id publish_status comment_list "
                            + "like_list link link_id link_id_list customer_list chat_status total balance "
                            + "click_link_customer_cnt new_customer_cnt behavior_data stat_time reply_percentage items "
                            + "data next_offset invaliduser invitor external_contact_list follow_info product_list product "
                            + "product_id price attachments image rule_list rule rule_id word_list semantics_list "
                            + "intercept_type applicable_range user_list extra_rule text content pic_url template_id "
                            + "strategy strategy_id parent_id admin_list privilege range partyid openid ticket")
                    .split(" "));
    private static final List<String> CODES = List.of(
            "0",
            "0",
            "0",
            "0",
            "\"0\"",
            "0.0",
            "null",
            "true",
            "[]",
            "-1",
            "40014",
            "42001",
            "45009",
            "45033",
            "84061",
            "999999",
            "99999999999999999999999",
            "{}");

    private final RandomGenerator random;

    Garbage(RandomGenerator random) {
        this.random = random;
    }

    String envelope() {
        var fields = random.ints(random.nextInt(1, 40), 0, FIELDS.size())
                .distinct()
                .mapToObj(FIELDS::get)
                .filter(field -> !field.equals("errcode"))
                .map(field -> "\"" + field + "\":" + value(3))
                .collect(Collectors.joining(","));
        var code = random.nextInt(8) == 0 ? "" : "\"errcode\":" + one(CODES) + ",";
        var twice = random.nextInt(12) == 0 ? "\"errcode\":0," : "";
        var tail = random.nextInt(12) == 0 ? one(List.of("}", "x", "{\"errcode\":0}", ",")) : "";
        return "{" + code + twice + fields + "}" + tail;
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 9 : 12)) {
            case 0 -> "\"" + text() + "\"";
            case 1, 2 -> "\"id" + random.nextInt(5) + "\"";
            case 3 -> Integer.toString(random.nextInt(-3, 10));
            case 4 -> "1764120300";
            case 5 -> one(List.of("1e400", "-0", "9223372036854775808", "1.5", "99999999999999", "\"12\""));
            case 6 -> one(List.of("null", "true", "false"));
            case 7 -> "\"C\"";
            case 8 -> "\"" + "長".repeat(random.nextInt(3000)) + "\"";
            case 9 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
            case 10 -> "[" + object(depth - 1) + "," + object(depth - 1) + "]";
            default -> object(depth - 1);
        };
    }

    private String object(int depth) {
        return random.ints(12, 0, FIELDS.size())
                .distinct()
                .mapToObj(FIELDS::get)
                .map(field -> "\"" + field + "\":" + value(depth))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// Text for inside a JSON string, with what breaks databases and logs.
    String text() {
        return one(List.of("", "\\u0000", "\\ud800", "名", "\\n\\r\\u001b[31m", "' or 1=1 --", "\\udc00\\ud800x"));
    }

    byte[] bytes() {
        var bytes = new byte[random.nextInt(1, 300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
