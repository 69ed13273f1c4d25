package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Relationships] does.
public interface RelationshipsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    Link LINK = new Link(new IdentityId(3), new ChannelAccountId(5));

    /// A repository without relationships.
    Relationships relationships();

    /// A relationship of customer 9 on the link.
    static Relationship aRelationship(long number, int version, Relationship.@Nullable Ended ended) {
        return new Relationship(
                new RelationshipId(number),
                PublicId.of(NOW, number, number),
                new CustomerId(9),
                LINK.account(),
                LINK.identity(),
                "shop-17",
                number % 2 == 0 ? null : new ContactWayId(4),
                1,
                NOW.plusSeconds(number),
                ended,
                null,
                null,
                version,
                NOW,
                NOW);
    }

    @Test
    default void keepsEachEventOnce() {
        var relationships = relationships();
        var added = new RelationshipEvent.Added(NOW, 1, null);
        var fuller = new RelationshipEvent.Added(NOW, 1, "shop-17");
        var ended = new RelationshipEvent.Ended(NOW, Relationship.By.CUSTOMER);

        assertThat(relationships.keep(BRAND, LINK, added)).isTrue();
        assertThat(relationships.keep(BRAND, LINK, added)).isFalse();
        assertThat(relationships.keep(BRAND, LINK, fuller)).isTrue();
        assertThat(relationships.keep(BRAND, LINK, ended)).isTrue();

        assertThat(relationships.events(BRAND, LINK)).containsExactlyInAnyOrder(added, fuller, ended);
        assertThat(relationships.events(BRAND, new Link(LINK.identity(), new ChannelAccountId(6))))
                .isEmpty();
        assertThat(relationships.events(new BrandId(2), LINK)).isEmpty();
    }

    @Test
    default void forgetsAnEndThatWasWrongAndNoOther() {
        var relationships = relationships();
        var added = new RelationshipEvent.Added(NOW, 1, null);
        var wrong = new RelationshipEvent.Ended(NOW.plusSeconds(9), Relationship.By.UNKNOWN);
        var told = new RelationshipEvent.Ended(NOW.plusSeconds(9), Relationship.By.CUSTOMER);
        var later = new RelationshipEvent.Ended(NOW.plusSeconds(10), Relationship.By.UNKNOWN);
        var other = new Link(LINK.identity(), new ChannelAccountId(6));
        List.of(added, wrong, told, later).forEach(event -> relationships.keep(BRAND, LINK, event));
        relationships.keep(BRAND, other, wrong);

        relationships.forget(BRAND, LINK, wrong);

        assertThat(relationships.events(BRAND, LINK)).containsExactlyInAnyOrder(added, told, later);
        assertThat(relationships.events(BRAND, other)).containsExactly(wrong);
    }

    @Test
    default void keepsAndFindsManyAtOnce() {
        var relationships = relationships();
        var other = new Link(new IdentityId(4), new ChannelAccountId(5));
        var elsewhere = new Link(new IdentityId(4), new ChannelAccountId(6));
        var seen = new RelationshipEvent.Seen(NOW, 1, "shop-17");
        var again = new RelationshipEvent.Seen(NOW.plusSeconds(1), 0, null);
        relationships.keep(BRAND, LINK, seen);
        relationships.lock(BRAND, List.of(LINK.identity(), other.identity()));
        relationships.keepAll(BRAND, Map.of(LINK, seen, other, again));
        relationships.keepAll(BRAND, Map.of());

        assertThat(relationships.eventsOfAll(BRAND, List.of(LINK, other, elsewhere)))
                .isEqualTo(Map.of(LINK, List.of(seen), other, List.of(again)));
        assertThat(relationships.eventsOfAll(BRAND, List.of())).isEmpty();

        var ended = aRelationship(1, 1, new Relationship.Ended(Relationship.By.UNKNOWN, NOW));
        var live = aRelationship(2, 1, null);
        relationships.addAll(BRAND, List.of(live, ended));
        assertThat(relationships.onAll(BRAND, List.of(LINK, other))).isEqualTo(Map.of(LINK, List.of(ended, live)));
        assertThat(relationships.onAll(BRAND, List.of(elsewhere))).isEmpty();
        assertThat(relationships.onAll(new BrandId(2), List.of(LINK))).isEmpty();

        var changed = aRelationship(2, 2, null);
        relationships.replaceAll(BRAND, List.of(changed));
        assertThat(relationships.find(BRAND, live.id())).contains(changed);
        assertThatThrownBy(() -> relationships.replaceAll(BRAND, List.of(changed)))
                .isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void findsRelationshipsEveryWay() {
        var relationships = relationships();
        var first = aRelationship(1, 1, new Relationship.Ended(Relationship.By.STAFF, NOW));
        var second = aRelationship(2, 1, null);
        relationships.add(BRAND, second);
        relationships.add(BRAND, first);

        assertThat(relationships.on(BRAND, LINK)).containsExactly(first, second);
        assertThat(relationships.find(BRAND, first.id())).contains(first);
        assertThat(relationships.byPublicId(BRAND, second.publicId())).contains(second);
        assertThat(relationships.of(BRAND, List.of(new CustomerId(9)))).containsExactly(first, second);
        assertThat(relationships.of(BRAND, List.of())).isEmpty();
        assertThat(relationships.find(new BrandId(2), first.id())).isEmpty();
    }

    @Test
    default void replacesOnlyWhatNobodyChanged() {
        var relationships = relationships();
        relationships.add(BRAND, aRelationship(1, 1, null));
        var ended = aRelationship(1, 2, new Relationship.Ended(Relationship.By.CUSTOMER, NOW.plusSeconds(9)));

        relationships.replace(BRAND, ended);

        assertThat(relationships.find(BRAND, ended.id())).contains(ended);
        assertThatThrownBy(() -> relationships.replace(BRAND, ended)).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void remembersForHowLongSomebodyIsSilenced() {
        var relationships = relationships();
        relationships.add(BRAND, aRelationship(1, 1, null));
        relationships.add(BRAND, aRelationship(2, 1, null));
        var silence = new Silence(2, NOW.plusSeconds(60));

        relationships.silence(BRAND, new RelationshipId(1), silence);

        assertThat(relationships.silences(BRAND, List.of(new RelationshipId(1), new RelationshipId(2))))
                .isEqualTo(Map.of(new RelationshipId(1), silence, new RelationshipId(2), Silence.NONE));
    }
}
