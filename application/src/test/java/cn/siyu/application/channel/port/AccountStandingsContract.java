package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.channel.port.AccountStandings.Incident.Kind;
import cn.siyu.application.channel.port.AccountStandings.Standing;
import cn.siyu.application.channel.port.AccountStandings.Used;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.Pace.Paced;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [AccountStandings] does.
public interface AccountStandingsContract {
    BrandId BRAND = new BrandId(1);
    ChannelAccountId ONE = new ChannelAccountId(11);
    ChannelAccountId TWO = new ChannelAccountId(12);
    Instant NOW = Instant.parse("2026-03-10T02:00:00.123Z");
    LocalDate TODAY = LocalDate.of(2026, 3, 10);

    /// Without any.
    AccountStandings standings();

    /// Runs something in a transaction.
    void inTransaction(Runnable some);

    private static Incident incident(ChannelAccountId account, Kind kind, Instant at) {
        return new Incident(account, kind, at, "操作频繁 🙂", "key");
    }

    @Test
    default void knowsNothingAtFirst() {
        assertThat(standings().find(BRAND, List.of(ONE))).isEmpty();
        assertThat(standings().used(BRAND, List.of(ONE), TODAY)).isEmpty();
        inTransaction(() -> assertThat(standings().lock(BRAND, List.of(TWO, ONE)))
                .isEqualTo(Map.of(ONE, Standing.UNKNOWN, TWO, Standing.UNKNOWN)));
        assertThat(standings().find(BRAND, List.of(ONE))).isEmpty();
    }

    @Test
    default void keepsWhatIsKnownOfAnAccount() {
        inTransaction(() -> {
            standings().opened(BRAND, ONE, TODAY.minusDays(40));
            standings().add(BRAND, 1, incident(ONE, Kind.WARNING, NOW));
            standings().add(BRAND, 2, incident(ONE, Kind.WARNING, NOW.minusSeconds(9)));
            standings().add(BRAND, 3, incident(ONE, Kind.BAN, NOW.plusSeconds(9)));
            standings().add(BRAND, 4, incident(TWO, Kind.BAN, NOW));
        });
        var known = new Standing(TODAY.minusDays(40), List.of(NOW.minusSeconds(9), NOW), NOW.plusSeconds(9));

        assertThat(standings().find(BRAND, List.of(ONE))).isEqualTo(Map.of(ONE, known));
        inTransaction(() -> assertThat(standings().lock(BRAND, List.of(ONE))).isEqualTo(Map.of(ONE, known)));
        assertThat(standings().find(new BrandId(2), List.of(ONE))).isEmpty();
        assertThat(standings().incidents(BRAND, ONE, 2))
                .containsExactly(incident(ONE, Kind.BAN, NOW.plusSeconds(9)), incident(ONE, Kind.WARNING, NOW));
        inTransaction(() -> standings().opened(BRAND, ONE, TODAY));
        assertThat(standings().find(BRAND, List.of(ONE)).get(ONE))
                .isEqualTo(new Standing(TODAY, known.warnings(), known.bannedAt()));
    }

    @Test
    default void addsUpWhatWasUsedOfADay() {
        inTransaction(() -> {
            standings().use(BRAND, TODAY, Map.of(ONE, Used.planned(Paced.ADD, 3), TWO, new Used(1, 2, 3, 4)));
            standings().use(BRAND, TODAY, Map.of(ONE, Used.done(Paced.MESSAGE, 2)));
            standings().use(BRAND, TODAY.plusDays(1), Map.of(ONE, Used.planned(Paced.MESSAGE, 7)));
        });

        assertThat(standings().used(BRAND, List.of(ONE, TWO), TODAY))
                .isEqualTo(Map.of(ONE, new Used(3, 0, 0, 2), TWO, new Used(1, 2, 3, 4)));
        assertThat(standings().used(BRAND, List.of(ONE), TODAY.plusDays(1)))
                .isEqualTo(Map.of(ONE, new Used(0, 7, 0, 0)));
        assertThat(standings().used(new BrandId(2), List.of(ONE), TODAY)).isEmpty();
    }

    @Test
    default void tellsWhatIsUsedOfTheDaysToCome() {
        inTransaction(() -> {
            standings().use(BRAND, TODAY.minusDays(1), Map.of(ONE, Used.planned(Paced.ADD, 1)));
            standings().use(BRAND, TODAY, Map.of(ONE, Used.planned(Paced.ADD, 2)));
            standings().use(BRAND, TODAY.plusDays(3), Map.of(ONE, Used.planned(Paced.ADD, 3)));
            standings().use(BRAND, TODAY, Map.of(TWO, Used.planned(Paced.ADD, 4)));
        });

        assertThat(standings().usedFrom(BRAND, ONE, TODAY))
                .isEqualTo(Map.of(TODAY, Used.planned(Paced.ADD, 2), TODAY.plusDays(3), Used.planned(Paced.ADD, 3)));
        assertThat(standings().usedFrom(new BrandId(2), ONE, TODAY)).isEmpty();
    }

    @Test
    default void givesBackNoMoreThanThereWas() {
        inTransaction(() -> {
            standings().use(BRAND, TODAY, Map.of(ONE, Used.planned(Paced.ADD, 1)));
            standings().use(BRAND, TODAY, Map.of(ONE, Used.planned(Paced.ADD, -4)));
        });

        assertThat(standings().used(BRAND, List.of(ONE), TODAY)).isEqualTo(Map.of(ONE, Used.NOTHING));
    }

    @Test
    default void remembersWhichBansAreNotSettled() {
        inTransaction(() -> {
            standings().add(BRAND, 1, incident(ONE, Kind.BAN, NOW.plusSeconds(5)));
            standings().add(BRAND, 2, incident(TWO, Kind.BAN, NOW));
            standings().add(BRAND, 3, incident(TWO, Kind.WARNING, NOW));
        });
        assertThat(standings().openBans(BRAND))
                .containsExactly(
                        new AccountStandings.Ban(2, TWO, NOW), new AccountStandings.Ban(1, ONE, NOW.plusSeconds(5)));
        inTransaction(() -> standings().settleBan(BRAND, 2));

        assertThat(standings().openBans(BRAND)).containsExactly(new AccountStandings.Ban(1, ONE, NOW.plusSeconds(5)));
        assertThat(standings().openBans(new BrandId(2))).isEmpty();
    }
}
