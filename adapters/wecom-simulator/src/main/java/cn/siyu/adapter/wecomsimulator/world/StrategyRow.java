package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;

/// A customer strategy (客户规则组): who may do what with the customers of whom.
///
/// @param parentId the strategy that it refines; 0 for none
/// @param admins who manage it
/// @param privileges the names of what is allowed
/// @param users members in its range
/// @param parties departments in its range, with everything below them
public record StrategyRow(
        int id,
        int parentId,
        String name,
        long createdAt,
        List<String> admins,
        List<String> privileges,
        List<String> users,
        List<Integer> parties)
        implements Row {

    public StrategyRow {
        admins = List.copyOf(admins);
        privileges = List.copyOf(privileges);
        users = List.copyOf(users);
        parties = List.copyOf(parties);
    }

    /// The strategy is gone. Its number is not used again.
    public record Gone(int id) implements Row {}

    /// How many members and departments are named.
    public int nodes() {
        return users.size() + parties.size();
    }

    public StrategyRow ranging(List<String> overUsers, List<Integer> overParties) {
        return new StrategyRow(id, parentId, name, createdAt, admins, privileges, overUsers, overParties);
    }
}
