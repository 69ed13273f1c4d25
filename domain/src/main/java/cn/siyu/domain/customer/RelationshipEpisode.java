package cn.siyu.domain.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stretch of being contacts, from the first add to the next end. The episodes of a contact on
/// an account are a function of the set of its events: neither their order of arrival nor repeats
/// matter. New events split an episode or make it longer, but never join two.
///
/// @param addedAt when it began
/// @param addWay how, by the first event that knows
/// @param source by what, by the first event that knows
/// @param ended null while it lasts
public record RelationshipEpisode(
        Instant addedAt, int addWay, @Nullable String source, Relationship.@Nullable Ended ended) {
    /// At the same instant an add comes before an end: who was added and deleted in one second is
    /// gone.
    private static final Comparator<RelationshipEvent> IN_TIME = Comparator.comparing(RelationshipEvent::at)
            .thenComparing(event -> event instanceof RelationshipEvent.Ended)
            .thenComparing(RelationshipEpisode::tieBreaker);

    /// The episodes in order of time. An end without an add before it makes none; it waits for its
    /// add.
    public static List<RelationshipEpisode> of(Collection<RelationshipEvent> events) {
        var episodes = new ArrayList<RelationshipEpisode>();
        RelationshipEpisode open = null;
        for (RelationshipEvent event : events.stream().sorted(IN_TIME).toList()) {
            switch (event) {
                case RelationshipEvent.Added(var at, int addWay, var source) -> open = begun(open, at, addWay, source);
                case RelationshipEvent.Seen(var at, int addWay, var source) -> open = begun(open, at, addWay, source);
                case RelationshipEvent.Ended(var at, var by) -> {
                    if (open != null) {
                        episodes.add(open.endedBy(new Relationship.Ended(by, at)));
                        open = null;
                    }
                }
            }
        }
        if (open != null) {
            episodes.add(open);
        }
        return List.copyOf(episodes);
    }

    /// Whether a moment lies inside it.
    public boolean contains(Instant moment) {
        return !moment.isBefore(addedAt) && (ended == null || !moment.isAfter(ended.at()));
    }

    private static RelationshipEpisode begun(
            @Nullable RelationshipEpisode open, Instant at, int addWay, @Nullable String source) {
        return open == null
                ? new RelationshipEpisode(at, addWay, source, null)
                : new RelationshipEpisode(
                        open.addedAt,
                        open.addWay == 0 ? addWay : open.addWay,
                        open.source == null ? source : open.source,
                        open.ended);
    }

    private RelationshipEpisode endedBy(Relationship.Ended end) {
        return new RelationshipEpisode(addedAt, addWay, source, end);
    }

    private static String tieBreaker(RelationshipEvent event) {
        return switch (event) {
            case RelationshipEvent.Added added -> "1" + added.addWay() + "/" + added.source();
            case RelationshipEvent.Seen seen -> "2" + seen.addWay() + "/" + seen.source();
            case RelationshipEvent.Ended ended -> ended.by().name();
        };
    }
}
