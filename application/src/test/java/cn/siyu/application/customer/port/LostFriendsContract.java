package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [LostFriends] does.
public interface LostFriendsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    ChannelAccountId BANNED = new ChannelAccountId(5);

    /// The ports on one empty store.
    Ports ports();

    record Ports(LostFriends lost, Relationships relationships) {
        private List<Relationship> page(long after, int atMost) {
            return lost.page(BRAND, BANNED, after, atMost);
        }
    }

    private static Relationship on(ChannelAccountId account, long number, Relationship.@Nullable By endedBy) {
        return new Relationship(
                new RelationshipId(number),
                PublicId.of(NOW, number, number),
                new CustomerId(100 + number),
                account,
                new IdentityId(200 + number),
                null,
                null,
                0,
                NOW,
                endedBy == null ? null : new Relationship.Ended(endedBy, NOW.plusSeconds(1)),
                null,
                null,
                1,
                NOW,
                NOW);
    }

    @Test
    default void listsWhomABanTookByNumber() {
        var ports = ports();
        var first = on(BANNED, 11, Relationship.By.BAN);
        var second = on(BANNED, 12, Relationship.By.BAN);
        var live = on(BANNED, 13, null);
        var left = on(BANNED, 14, Relationship.By.CUSTOMER);
        var elsewhere = on(new ChannelAccountId(6), 15, Relationship.By.BAN);
        for (Relationship one : List.of(second, first, live, left, elsewhere)) {
            ports.relationships().add(BRAND, one);
        }

        assertThat(ports.page(0, 10)).containsExactly(first, second);
        assertThat(ports.page(11, 10)).containsExactly(second);
        assertThat(ports.page(0, 1)).containsExactly(first);
        assertThat(ports.page(12, 10)).isEmpty();
        assertThat(ports.lost().page(new BrandId(2), BANNED, 0, 10)).isEmpty();
    }
}
