package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Strategies (规则组): what the people of a range may do. There is one set of them for customers
/// (客户规则组) and one for moments (朋友圈规则组), each a role of its own. They form a tree: what
/// is below another has no more range and no more privileges.
///
/// The far side takes these calls one after the other only.
public interface Strategies {
    /// Ids of all strategies, a page at a time.
    Answer<Slice<Long>> list(@Nullable String cursor);

    Answer<Strategy> fetch(long id);

    /// To whom one applies, a page at a time.
    Answer<Slice<Node>> range(long id, @Nullable String cursor);

    /// Answers the id. After an Unknown a second one may exist on the far side.
    Answer<Long> create(Request request);

    /// Changes what is given and leaves the rest.
    Answer<Ack> change(long id, Change change);

    /// With all that is below it.
    Answer<Ack> delete(long id);

    /// Somebody, or a department with everybody in it.
    sealed interface Node {
        record Staff(String id) implements Node {}

        record Department(long id) implements Node {}
    }

    /// What a strategy should be.
    ///
    /// @param parent null: of the first level
    /// @param admins 1 to 20, none of them a super administrator
    /// @param denied privileges by the far side's names; some can't be denied
    /// @param range 1 to 100
    record Request(@Nullable Long parent, String name, Set<String> admins, Set<String> denied, List<Node> range) {
        public Request {
            admins = Set.copyOf(admins);
            denied = Set.copyOf(denied);
            range = List.copyOf(range);
            if (range.isEmpty() || admins.isEmpty()) {
                throw new IllegalArgumentException("a strategy has administrators, and applies to somebody");
            }
        }
    }

    /// What becomes different; null or empty: nothing.
    record Change(
            @Nullable String name,
            @Nullable Set<String> admins,
            Set<String> allowed,
            Set<String> denied,
            List<Node> rangeToo,
            List<Node> rangeNoMore) {
        public Change {
            admins = admins == null ? null : Set.copyOf(admins);
            allowed = Set.copyOf(allowed);
            denied = Set.copyOf(denied);
            rangeToo = List.copyOf(rangeToo);
            rangeNoMore = List.copyOf(rangeNoMore);
        }
    }

    /// A strategy.
    ///
    /// @param allowed what it allows, by the far side's names
    record Strategy(
            long id, @Nullable Long parent, String name, Instant createdAt, Set<String> admins, Set<String> allowed) {
        public Strategy {
            admins = Set.copyOf(admins);
            allowed = Set.copyOf(allowed);
        }
    }
}
