package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.StrategyRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// What a strategy allows (权限). The first five are always allowed; a strategy below another allows nothing that the
/// one above it does not.
final class Privileges {
    private static final Set<String> ALWAYS =
            Set.of("view_customer_list", "view_customer_data", "view_room_list", "contact_me", "join_room");
    private static final List<String> NAMES = List.of(
            "view_customer_list",
            "view_customer_data",
            "view_room_list",
            "contact_me",
            "join_room",
            "share_customer",
            "oper_resign_customer",
            "oper_resign_group",
            "send_customer_msg",
            "edit_welcome_msg",
            "view_behavior_data",
            "view_room_data",
            "send_group_msg",
            "room_deduplication",
            "rapid_reply",
            "onjob_customer_transfer",
            "edit_anti_spam_rule",
            "export_customer_list",
            "export_customer_data",
            "export_customer_group_list",
            "manage_customer_tag");

    private Privileges() {}

    /// The privileges of a request; those not named stay as they were, and are allowed in a new strategy.
    static List<String> read(Params privilege, List<String> before) {
        return NAMES.stream()
                .filter(name -> ALWAYS.contains(name) || privilege.flag(name, before.contains(name)))
                .toList();
    }

    static List<String> all() {
        return NAMES;
    }

    static void describe(Corp corp, StrategyRow row, ObjectNode node) {
        var path = corp.strategies().path(row.id());
        for (var name : NAMES) {
            node.put(name, path.stream().allMatch(each -> each.privileges().contains(name)));
        }
    }
}
