package cn.siyu.adapter.wecomsimulator.world;

/// A corp tag (企业标签).
///
/// @param agentId the app that made it; 0 = an administrator, or not known
public record TagRow(String id, String groupId, String name, long order, long createdAt, int agentId) implements Row {
    public TagRow with(String newName, long newOrder) {
        return new TagRow(id, groupId, newName, newOrder, createdAt, agentId);
    }

    /// The tag is gone, from its group and from every customer.
    public record Gone(String id) implements Row {}
}
