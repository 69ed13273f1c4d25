package cn.siyu.adapter.wecomsimulator.world;

/// A group of tags (标签组): of the corp, or of a customer strategy.
///
/// @param strategyId the strategy it belongs to; 0 = the corp
/// @param agentId the app that made it; 0 = an administrator, or not known
public record TagGroupRow(String id, String name, long order, long createdAt, int strategyId, int agentId)
        implements Row {
    /// A group of the corp.
    public TagGroupRow(String id, String name, long order, long createdAt) {
        this(id, name, order, createdAt, 0, 0);
    }

    public TagGroupRow with(String newName, long newOrder) {
        return new TagGroupRow(id, newName, newOrder, createdAt, strategyId, agentId);
    }

    /// The group is gone, and its tags with it.
    public record Gone(String id) implements Row {}
}
