package cn.siyu.adapter.wecomsimulator.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The endpoints that exist, by path. A new family is one more class that gives its list; a path
/// that nobody registered is answered by an empty 404, as the platform does.
public final class Endpoints {
    private final Map<String, Endpoint> byPath = new HashMap<>();

    public Endpoints(Collection<List<Endpoint>> families) {
        families.forEach(family -> family.forEach(this::register));
        alias("get_external_contact", "get");
        alias("get_external_contact_list", "list");
        alias("get_customer_contacts", "get_follow_user_list");
        alias("transfer_external_contact", "transfer");
        for (var kept : List.of(
                "add_contact_way",
                "get_contact_way",
                "update_contact_way",
                "del_contact_way",
                "list_contact_way",
                "add_msg_template",
                "get_group_msg_result",
                "get_user_behavior_data",
                "get_unassigned_list")) {
            alias(kept, kept);
        }
    }

    public Optional<Endpoint> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// Every path that is answered, aliases included.
    public Collection<String> paths() {
        return byPath.keySet();
    }

    private void register(Endpoint endpoint) {
        if (byPath.put(endpoint.path(), endpoint) != null) {
            throw new IllegalStateException(endpoint.path() + " is registered twice");
        }
    }

    /// The live host still answers the older names under `/cgi-bin/crm/`.
    private void alias(String older, String name) {
        var endpoint = byPath.get("/cgi-bin/externalcontact/" + name);
        if (endpoint != null) {
            byPath.put("/cgi-bin/crm/" + older, endpoint);
        }
    }
}
