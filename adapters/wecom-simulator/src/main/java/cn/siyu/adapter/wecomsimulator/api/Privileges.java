package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.StrategyBook;
import cn.siyu.adapter.wecomsimulator.world.StrategyRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// What a strategy allows (权限). A strategy below another allows nothing that the one above it
/// does not.
///
/// @param always what no strategy can refuse
/// @param names all of them, in the order in which they are told
record Privileges(Set<String> always, List<String> names) {
    static final Privileges CUSTOMERS = new Privileges(
            Set.of("view_customer_list", "view_customer_data", "view_room_list", "contact_me", "join_room"),
            List.of(
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
                    "manage_customer_tag"));
    static final Privileges MOMENTS =
            new Privileges(Set.of(), List.of("view_moment_list", "send_moment", "manage_moment_cover_and_sign"));

    /// The privileges of a request; those not named stay as they were, and are allowed in a new
    /// strategy.
    List<String> read(Params privilege, List<String> before) {
        return names.stream()
                .filter(name -> always.contains(name) || privilege.flag(name, before.contains(name)))
                .toList();
    }

    void describe(StrategyBook book, StrategyRow row, ObjectNode node) {
        for (var name : names) {
            node.put(name, book.allows(row.id(), name));
        }
    }
}
