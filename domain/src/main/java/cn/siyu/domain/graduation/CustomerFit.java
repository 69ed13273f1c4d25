package cn.siyu.domain.graduation;

import cn.siyu.domain.graduation.FitVerdict.Advice;
import cn.siyu.domain.graduation.FitVerdict.Criterion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Says whether a customer stays, graduates to a personal account, or is won back (客户适配).
///
/// Whoever lives with the brand graduates if valuable, close, known, content and willing, and an
/// operator has room; whoever was lost lately is won back if worth it and not on the blacklist.
/// Everybody else stays.
public final class CustomerFit {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final GraduationPolicy policy;
    private final ValueScale scale;

    public CustomerFit(GraduationPolicy policy, ValueScale scale) {
        this.policy = policy;
        this.scale = scale;
    }

    /// Judges one.
    ///
    /// @param room places at operators
    public FitVerdict judge(FitFacts facts, int room, Instant now) {
        Instant lostAt = facts.lostAt();
        return lostAt == null
                ? verdict(Advice.GRADUATE, graduate(facts, room))
                : verdict(Advice.WIN_BACK, winBack(facts, lostAt, now));
    }

    private static FitVerdict verdict(Advice advice, List<Criterion> criteria) {
        boolean all = criteria.stream().allMatch(each -> each.met() || isOneOfTwo(each, criteria));
        return new FitVerdict(all ? advice : Advice.STAY, criteria);
    }

    /// Trust and replies both say that somebody is close: one of them is enough.
    private static boolean isOneOfTwo(Criterion each, List<Criterion> criteria) {
        FitCriterion other = switch (each.of()) {
            case SOCIAL_TRUST -> FitCriterion.REPLIES;
            case REPLIES -> FitCriterion.SOCIAL_TRUST;
            case VALUE, CONFIDENCE, COMPLAINTS, WILLING, NOT_BLACKLISTED, NOT_THERE_YET, ROOM, LOST_DAYS, DELETIONS ->
                each.of();
        };
        return criteria.stream().anyMatch(one -> one.of() == other && one.met());
    }

    private List<Criterion> graduate(FitFacts facts, int room) {
        var by = policy.graduate();
        var asked = new ArrayList<Criterion>();
        asked.add(atLeast(FitCriterion.VALUE, (double) facts.valueMinor(), (double) scale.coreFrom()));
        asked.add(atLeast(FitCriterion.SOCIAL_TRUST, facts.closeness(), by.socialAtLeast()));
        asked.add(atLeast(FitCriterion.REPLIES, facts.replies(), by.replies()));
        asked.add(atLeast(FitCriterion.CONFIDENCE, facts.confidence(), by.confidenceAtLeast()));
        asked.add(atMost(FitCriterion.COMPLAINTS, facts.complaints(), 0));
        asked.add(yes(FitCriterion.WILLING, !facts.unwilling()));
        asked.add(yes(FitCriterion.NOT_BLACKLISTED, !facts.blacklisted()));
        asked.add(yes(FitCriterion.NOT_THERE_YET, !facts.there()));
        asked.add(atLeast(FitCriterion.ROOM, room, 1));
        return asked;
    }

    private List<Criterion> winBack(FitFacts facts, Instant lostAt, Instant now) {
        var by = policy.winBack();
        double days = Duration.between(lostAt, now).toMillis() / DAY;
        return List.of(
                atLeast(FitCriterion.VALUE, (double) facts.valueMinor(), (double) scale.winBackFrom()),
                new Criterion(
                        FitCriterion.LOST_DAYS,
                        lostAt.plus(by.lostWithin()).isAfter(now),
                        days,
                        by.lostWithin().toMillis() / DAY),
                atMost(FitCriterion.DELETIONS, facts.deletions(), by.deletionsAtMost()),
                yes(FitCriterion.WILLING, !facts.unwilling()),
                yes(FitCriterion.NOT_BLACKLISTED, !facts.blacklisted()));
    }

    private static Criterion atLeast(FitCriterion of, double is, double needed) {
        return new Criterion(of, is >= needed, is, needed);
    }

    private static Criterion atMost(FitCriterion of, double is, double most) {
        return new Criterion(of, is <= most, is, most);
    }

    private static Criterion yes(FitCriterion of, boolean met) {
        return new Criterion(of, met, met ? 1 : 0, 1);
    }
}
