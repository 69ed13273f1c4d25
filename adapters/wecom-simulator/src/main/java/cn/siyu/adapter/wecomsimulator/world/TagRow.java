package cn.siyu.adapter.wecomsimulator.world;

/// A corp tag (企业标签).
public record TagRow(String id, String groupId, String name, long order, long createdAt) implements Row {
    /// The tag is gone, from its group and from every customer.
    public record Gone(String id) implements Row {}
}
