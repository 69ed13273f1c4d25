package cn.siyu.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a channel told about one contact on one account. Events come twice, late and in any order;
/// they are kept, and the relationships follow from all of them together (see
/// [RelationshipEpisode]).
public sealed interface RelationshipEvent {
    /// When it happened, by the channel's clock.
    Instant at();

    /// They became contacts.
    ///
    /// @param addWay the platform's code of how, 0 unknown
    /// @param source what the channel says the customer came by (`state`); null if nothing
    record Added(Instant at, int addWay, @Nullable String source) implements RelationshipEvent {}

    /// The channel lists them as contacts since then; found by a synchronisation (同步) and not
    /// told as it happened.
    ///
    /// @param addWay as of [Added]
    /// @param source as of [Added]
    record Seen(Instant at, int addWay, @Nullable String source) implements RelationshipEvent {}

    /// They are contacts no longer.
    record Ended(Instant at, Relationship.By by) implements RelationshipEvent {}
}
