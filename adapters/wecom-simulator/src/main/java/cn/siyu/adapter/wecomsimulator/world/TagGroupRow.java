package cn.siyu.adapter.wecomsimulator.world;

/// A group of corp tags (标签组).
public record TagGroupRow(String id, String name, long order, long createdAt) implements Row {
    /// The group is gone, and its tags with it.
    public record Gone(String id) implements Row {}
}
