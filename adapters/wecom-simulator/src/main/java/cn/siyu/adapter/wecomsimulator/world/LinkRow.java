package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;

/// An acquisition link (获客链接): an address that customers open to add a member.
///
/// @param sequence counts the links of a corp
/// @param agentId the app that made it, and alone sees it
/// @param skipVerify whether a customer becomes a contact without the member's consent
/// @param priorityType 0 none; 1 whoever follows the customer already gets it; 2 the same, among
///     `priorityUsers`
public record LinkRow(
        String linkId,
        int sequence,
        int agentId,
        long createdAt,
        String name,
        String url,
        boolean skipVerify,
        boolean markSource,
        List<String> users,
        List<Integer> parties,
        int priorityType,
        List<String> priorityUsers)
        implements Row {

    public LinkRow {
        users = List.copyOf(users);
        parties = List.copyOf(parties);
        priorityUsers = List.copyOf(priorityUsers);
    }

    /// The link was deleted; it leads nowhere any more.
    public record Gone(String linkId) implements Row {}
}
