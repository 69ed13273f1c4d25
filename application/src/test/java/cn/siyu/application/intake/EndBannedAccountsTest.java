package cn.siyu.application.intake;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.NOW;
import static cn.siyu.application.task.HandWorld.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.task.HandWorld;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndBannedAccountsTest {
    private static final Instant BAN = NOW.minusSeconds(60);

    private final HandWorld hands = new HandWorld();
    private final AddFriendByHand friends = new AddFriendByHand(hands.world.resolve, hands.world.book);
    private final List<Boolean> lost = new ArrayList<>();
    private final EndBannedAccounts end = new EndBannedAccounts(
            hands.standings,
            hands.world.relationships,
            hands.world.end,
            new Reactions() {
                @Override
                public void began(BrandId brand, Relationship one, @Nullable String welcomeCode, Instant at) {
                    throw new AssertionError("nothing begins by a ban");
                }

                @Override
                public void ended(BrandId brand, Relationship one, CustomerId customer, boolean last, Instant at) {
                    lost.add(last);
                }
            },
            hands.world.store);

    private Relationship befriended(ChannelAccountId account, String name, Instant at) {
        var key = new IdentityKey(IdentityType.PERSONAL_CONTACT, "account-" + account.value(), name);
        return hands.world.store.inTransaction(
                () -> friends.add(BRAND, account, key, List.of(), at, NOW).orElseThrow());
    }

    private void banned(long incident, ChannelAccountId account, Instant at) {
        hands.standings.add(BRAND, incident, new Incident(account, Incident.Kind.BAN, at, null, "key"));
    }

    private Relationship.Ended ended(Relationship one) {
        return Objects.requireNonNull(
                hands.world.relationships.find(BRAND, one.id()).orElseThrow().ended());
    }

    @Test
    void endsTheFriendshipsOfABannedAccountAtTheMomentOfItsBan() {
        var ming = befriended(PHONE, "ming", BAN.minusSeconds(10));
        var elsewhere = befriended(new ChannelAccountId(51), "hong", BAN.minusSeconds(10));
        banned(1, PHONE, BAN);
        assertThat(end.nextDueAt(BRAND)).contains(BAN);

        end.runDue(BRAND, NOW, 100);

        assertThat(ended(ming)).isEqualTo(new Relationship.Ended(Relationship.By.BAN, BAN));
        assertThat(hands.world
                        .relationships
                        .find(BRAND, elsewhere.id())
                        .orElseThrow()
                        .live())
                .isTrue();
        assertThat(lost).containsExactly(true);
        assertThat(end.nextDueAt(BRAND)).isEmpty();
        assertThat(end.runDue(BRAND, NOW, 100)).isZero();
    }

    @Test
    void endsAFriendshipThatWasToldToHaveBegunAfterTheBanNow() {
        var ming = befriended(PHONE, "ming", BAN.plusSeconds(10));
        banned(1, PHONE, BAN);

        end.runDue(BRAND, NOW, 100);

        assertThat(ended(ming).at()).isEqualTo(NOW);
    }

    @Test
    void endsSomeAtATimeAndGoesOnWhereItStopped() {
        for (int i = 0; i < 5; i++) {
            befriended(PHONE, "friend" + i, BAN.minusSeconds(10));
        }
        banned(1, PHONE, BAN);

        assertThat(end.runDue(BRAND, NOW, 2)).isEqualTo(2);
        assertThat(lost).hasSize(2);
        assertThat(end.nextDueAt(BRAND)).contains(BAN);
        assertThat(end.runDue(BRAND, NOW, 2)).isEqualTo(2);
        assertThat(end.runDue(BRAND, NOW, 2)).isEqualTo(2);

        assertThat(lost).hasSize(5);
        assertThat(end.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void leavesABanAloneThatHasNotComeYet() {
        befriended(PHONE, "ming", BAN);
        banned(1, PHONE, NOW.plusSeconds(1));

        assertThat(end.runDue(BRAND, NOW, 100)).isZero();
        assertThat(lost).isEmpty();
    }
}
