package cn.siyu.application.intake;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Live;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Draws what follows from the ban of an account (封号): its relationships end, some at a time, so
/// that an account with thousands of friends stops nobody. Safe to kill at any point: what has
/// ended is not looked at again.
public final class EndBannedAccounts {
    private final AccountStandings standings;
    private final Relationships relationships;
    private final EndRelationship end;
    private final Reactions reactions;
    private final UnitOfWork work;

    public EndBannedAccounts(
            AccountStandings standings,
            Relationships relationships,
            EndRelationship end,
            Reactions reactions,
            UnitOfWork work) {
        this.standings = standings;
        this.relationships = relationships;
        this.end = end;
        this.reactions = reactions;
        this.work = work;
    }

    /// Ends some relationships of banned accounts, in the order of the bans.
    ///
    /// @return how many ended, and bans whose last relationship has ended
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        for (AccountStandings.Ban ban : standings.openBans(brand)) {
            if (ban.at().isAfter(now) || done >= atMost) {
                break;
            }
            List<Live> live = relationships.liveOn(brand, ban.account());
            for (Live each : live.stream().limit((long) atMost - done).toList()) {
                work.run(() -> end(brand, ban, each, now));
                done++;
            }
            if (relationships.liveOn(brand, ban.account()).isEmpty()) {
                work.run(() -> standings.settleBan(brand, ban.incident()));
                done++;
            }
        }
        return done;
    }

    /// It ends when the account did, or when it began if that was told to be later.
    private void end(BrandId brand, AccountStandings.Ban ban, Live each, Instant now) {
        Instant begun =
                relationships.find(brand, each.id()).map(Relationship::addedAt).orElse(ban.at());
        Instant at = begun.isAfter(ban.at()) ? now : ban.at();
        var command = new EndRelationship.Command(brand, ban.account(), each.contact(), Relationship.By.BAN, at);
        if (end.handle(command) instanceof EndRelationship.Outcome.Ended ended) {
            reactions.ended(brand, ended.relationship(), ended.customer(), ended.lost(), at);
        }
    }

    /// When the next is due: at once, as long as a ban is not settled.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return standings.openBans(brand).stream().map(AccountStandings.Ban::at).findFirst();
    }
}
