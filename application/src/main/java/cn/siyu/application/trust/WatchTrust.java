package cn.siyu.application.trust;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.application.trust.port.TrustAlerts.Round;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import cn.siyu.domain.trust.alert.RelationshipAlert.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at all live relationships once a day and raises alerts (信任预警) about those that lose
/// their trust; closes those whose reason has gone. In chunks of people, each with a transaction of
/// its own that also remembers how far the look has come: killed in between, it goes on there, and
/// nothing is raised twice.
public final class WatchTrust {
    private static final int CHUNK = 500;

    private final UnitOfWork work;
    private final Brands brands;
    private final TrustLedger ledger;
    private final TrustAlerts alerts;
    private final JudgeTrust judge;
    private final IdSource ids;

    public WatchTrust(
            UnitOfWork work, Brands brands, TrustLedger ledger, TrustAlerts alerts, JudgeTrust judge, IdSource ids) {
        this.work = work;
        this.brands = brands;
        this.ledger = ledger;
        this.alerts = alerts;
        this.judge = judge;
        this.ids = ids;
    }

    /// Looks at people of the look that is due.
    ///
    /// @param atMost how many people at most, but at least a chunk
    /// @return how many pieces of work were done: people, and alerts of ended relationships; 0 if
    ///     no look is due
    public int runDue(BrandId brand, Instant now, int atMost) {
        var known = alerts.round(brand);
        var round = known.filter(one -> !one.over()).orElse(null);
        @Nullable Round before = known.orElse(null);
        if (round == null) {
            Instant since = DailyHour.last(now, zoneOf(brand));
            boolean due = known.map(one -> one.since().isBefore(since))
                    .orElseGet(() -> ledger.oldestProjection(brand).isPresent());
            if (!due) {
                return 0;
            }
            round = new Round(since, 0, false);
        }
        int done = 0;
        while (!round.over() && done < Math.max(atMost, 1)) {
            var next = look(brand, before, round);
            if (next.isEmpty()) {
                return done; // another node goes on
            }
            done += next.get().worked();
            before = next.get().round();
            round = next.get().round();
        }
        return done;
    }

    /// When the next look falls due; empty while there is nobody to look at.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return alerts.round(brand)
                .map(round -> round.over() ? DailyHour.after(round.since(), zoneOf(brand)) : round.since())
                .or(() -> ledger.oldestProjection(brand));
    }

    private record Step(Round round, int worked) {}

    /// One chunk; empty if somebody else was faster.
    private Optional<Step> look(BrandId brand, @Nullable Round before, Round round) {
        var people = alerts.people(brand, round.after(), CHUNK);
        boolean over = people.size() < CHUNK;
        var next = new Round(
                round.since(),
                people.isEmpty() ? round.after() : people.getLast().value(),
                over);
        var judged = judge.of(brand, people);
        var stands = alerts.standing(
                brand, judged.stream().map(JudgeTrust.Judged::relationship).toList());
        return work.inTransaction(() -> {
            if (!alerts.save(brand, before, next)) {
                return Optional.empty();
            }
            raise(brand, judged, stands);
            return Optional.of(new Step(next, people.size() + (over ? endAlerts(brand) : 0) + 1));
        });
    }

    private void raise(BrandId brand, List<JudgeTrust.Judged> judged, List<RelationshipAlert> stands) {
        Map<RelationshipId, Map<AlertKind, RelationshipAlert>> known = stands.stream()
                .collect(Collectors.groupingBy(
                        RelationshipAlert::relationship,
                        Collectors.toMap(
                                RelationshipAlert::kind,
                                one -> one,
                                (one, _) -> one,
                                () -> new EnumMap<>(AlertKind.class))));
        var fresh = new ArrayList<RelationshipAlert>();
        var lapsed = new ArrayList<RelationshipAlert>();
        for (var each : judged) {
            var theirs = known.getOrDefault(each.relationship(), Map.of());
            var kinds =
                    each.findings().stream().map(one -> one.finding().kind()).collect(Collectors.toSet());
            each.findings().stream()
                    .filter(one -> !theirs.containsKey(one.finding().kind()))
                    .forEach(one -> fresh.add(alert(each, one)));
            theirs.values().stream()
                    .filter(one -> !kinds.contains(one.kind()))
                    .forEach(one -> lapsed.add(one.lapsed(Reason.RECOVERED, each.at())));
        }
        if (!lapsed.isEmpty()) {
            alerts.replace(brand, lapsed);
        }
        if (!fresh.isEmpty()) {
            alerts.add(brand, fresh);
        }
    }

    private RelationshipAlert alert(JudgeTrust.Judged each, JudgeTrust.Dated one) {
        long id = ids.next();
        return RelationshipAlert.raised(
                id,
                ids.publicId(id, each.at()),
                each.customer(),
                each.relationship(),
                one.finding(),
                one.from(),
                one.until(),
                each.policyEdition(),
                each.at());
    }

    private int endAlerts(BrandId brand) {
        Instant now = judge.now(brand);
        int done = 0;
        List<RelationshipAlert> ended;
        do {
            ended = alerts.standingOfEnded(brand, CHUNK);
            alerts.replace(
                    brand,
                    ended.stream()
                            .map(one -> one.lapsed(Reason.RELATIONSHIP_ENDED, now))
                            .toList());
            done += ended.size();
        } while (ended.size() == CHUNK);
        return done;
    }

    private ZoneId zoneOf(BrandId brand) {
        return brands.find(brand).orElseThrow().zone();
    }
}
