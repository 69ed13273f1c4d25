package cn.siyu.domain.continuity.pool;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.pool.ClaimRules.Claimer;
import cn.siyu.domain.continuity.pool.ClaimRules.Code;
import cn.siyu.domain.continuity.pool.PoolPolicy.Fall;
import cn.siyu.domain.continuity.pool.PoolPolicy.OpenTo;
import cn.siyu.domain.continuity.pool.PoolPolicy.Protection;
import cn.siyu.domain.continuity.pool.PoolPolicy.Protection.Who;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship.By;
import cn.siyu.domain.customer.Relationship.Ended;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final StaffId FORMER = new StaffId(1);
    private static final StaffId OTHER = new StaffId(2);

    private static PoolPolicy policy(boolean unattended, Who who) {
        return new PoolPolicy(
                Map.of(
                        PoolReason.LOST, new Fall(true, Duration.ofDays(7)),
                        PoolReason.ACCOUNT_LOST, new Fall(true, Duration.ofDays(1)),
                        PoolReason.NOT_TAKEN_OVER, new Fall(true, Duration.ZERO),
                        PoolReason.UNATTENDED, new Fall(unattended, Duration.ofDays(90))),
                new PoolPolicy.Claim(
                        OpenTo.BRAND,
                        List.of(),
                        3,
                        2,
                        new Protection(who, Duration.ofDays(5)),
                        Duration.ofDays(30),
                        Duration.ofDays(7)));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Tie tie(@Nullable Ended ended, boolean usable, Tie.Handover handover, @Nullable Instant contact) {
        return new Tie(
                daysAgo(400),
                ended,
                new ChannelAccountId(5),
                FORMER,
                new DepartmentId(7),
                usable,
                daysAgo(2),
                handover,
                contact);
    }

    private static Tie ended(By by, int days) {
        return tie(new Ended(by, daysAgo(days)), true, Tie.Handover.NONE, null);
    }

    private static @Nullable PoolReason reason(boolean unattended, Tie... ties) {
        return Unserved.of(List.of(ties), policy(unattended, Who.ANYBODY), NOW)
                .map(Unserved::reason)
                .orElse(null);
    }

    @Test
    void whoLostTheLastContactFallsInOnceItsTimeIsOver() {
        assertThat(reason(false, ended(By.CUSTOMER, 8), ended(By.STAFF, 30))).isEqualTo(PoolReason.LOST);
        assertThat(reason(false, ended(By.CUSTOMER, 6), ended(By.STAFF, 30))).isNull();
        assertThat(reason(false, ended(By.CUSTOMER, 8), tie(null, true, Tie.Handover.NONE, null)))
                .isNull();
        assertThat(reason(false)).as("never anybody's contact").isNull();
    }

    @Test
    void whoseAccountIsGoneFallsIn() {
        assertThat(reason(false, ended(By.BAN, 1))).isEqualTo(PoolReason.ACCOUNT_LOST);
        assertThat(reason(false, tie(null, false, Tie.Handover.NONE, null))).isEqualTo(PoolReason.ACCOUNT_LOST);
    }

    @Test
    void whoIsStillOnTheWayToAColleagueWaitsAndWhoRefusedFallsIn() {
        assertThat(reason(false, tie(null, false, Tie.Handover.UNDER_WAY, null)))
                .isNull();
        assertThat(reason(false, tie(null, false, Tie.Handover.FAILED, null))).isEqualTo(PoolReason.NOT_TAKEN_OVER);
        assertThat(reason(false, tie(null, true, Tie.Handover.FAILED, null)))
                .as("refused, but who serves it is still there")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, 91, UNATTENDED", "true, 89,", "false, 91,"})
    void whoNobodyWroteToFallsInIfTheBrandSaysSo(boolean counts, int daysSilent, @Nullable PoolReason expected) {
        assertThat(reason(counts, tie(null, true, Tie.Handover.NONE, daysAgo(daysSilent))))
                .isEqualTo(expected);
    }

    @Test
    void saysSinceWhenAndWhoServedLast() {
        assertThat(Unserved.of(List.of(ended(By.CUSTOMER, 8)), policy(false, Who.ANYBODY), NOW))
                .contains(new Unserved(PoolReason.LOST, daysAgo(8), FORMER, new DepartmentId(7)));
    }

    private static PoolEntry entry(int daysIn) {
        var unserved = new Unserved(PoolReason.LOST, daysAgo(daysIn), FORMER, new DepartmentId(7));
        return PoolEntry.entered(9, PublicId.of(NOW, 9, 9), new CustomerId(3), unserved, 100, daysAgo(daysIn));
    }

    private static @Nullable Code refusal(Who who, int daysIn, StaffId staff, int held, int today, int letGo) {
        var claimer = new Claimer(staff, true, held, today, NOW, letGo < 0 ? null : daysAgo(letGo));
        return ClaimRules.refusal(policy(false, who).claim(), entry(daysIn), claimer, NOW)
                .map(ClaimRules.Refusal::code)
                .orElse(null);
    }

    @Test
    void aCustomerIsKeptForOrFromItsFormerOwnerInItsFirstDays() {
        assertThat(refusal(Who.FORMER_OWNER_ONLY, 4, OTHER, 0, 0, -1)).isEqualTo(Code.KEPT_FOR_FORMER_OWNER);
        assertThat(refusal(Who.FORMER_OWNER_ONLY, 4, FORMER, 0, 0, -1)).isNull();
        assertThat(refusal(Who.FORMER_OWNER_ONLY, 5, OTHER, 0, 0, -1)).isNull();
        assertThat(refusal(Who.OTHERS_ONLY, 4, FORMER, 0, 0, -1)).isEqualTo(Code.KEPT_FROM_FORMER_OWNER);
        assertThat(refusal(Who.OTHERS_ONLY, 4, OTHER, 0, 0, -1)).isNull();
        assertThat(refusal(Who.ANYBODY, 0, FORMER, 0, 0, -1)).isNull();
    }

    @Test
    void nobodyHoldsOrClaimsMoreThanTheyMayNorTakesBackWhatTheyJustLetGo() {
        assertThat(refusal(Who.ANYBODY, 9, OTHER, 3, 0, -1)).isEqualTo(Code.HOLDS_ENOUGH);
        assertThat(refusal(Who.ANYBODY, 9, OTHER, 2, 2, -1)).isEqualTo(Code.CLAIMED_ENOUGH_TODAY);
        assertThat(refusal(Who.ANYBODY, 9, OTHER, 2, 1, 29)).isEqualTo(Code.COOLING_DOWN);
        assertThat(refusal(Who.ANYBODY, 9, OTHER, 2, 1, 30)).isNull();
    }
}
