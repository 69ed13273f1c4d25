package cn.siyu.adapter.wecomsimulator.fault;

import cn.siyu.adapter.wecomsimulator.fault.FaultRule.Kind;
import cn.siyu.adapter.wecomsimulator.fault.FaultRule.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// The rules in force. The first rule that bites decides; whether a rule with a rate below 1 bites follows a
/// fixed sequence per rule, chosen by its seed, so that a single-threaded run can be repeated.
public final class FaultRules {
    private final List<Armed> armed = new ArrayList<>();
    private int lastId;

    private static final class Armed {
        private final FaultRule rule;
        private final SplittableRandom random;
        private final Map<String, Long> blockedUntil = new HashMap<>();
        private int seen;
        private int bitten;

        Armed(FaultRule rule) {
            this.rule = rule;
            this.random = new SplittableRandom(rule.seed());
        }

        boolean strikes(String corpId, String name, long now) {
            var subject = corpId + "|" + name;
            if (now < blockedUntil.getOrDefault(subject, Long.MIN_VALUE)) {
                return true;
            }
            if (!bites()) {
                return false;
            }
            if (rule.kind() == Kind.BLOCK) {
                blockedUntil.put(subject, now + rule.seconds());
            }
            return true;
        }

        private boolean bites() {
            seen++;
            var usedUp = rule.count() != null && bitten >= rule.count();
            if (seen <= rule.skip() || usedUp || random.nextDouble() >= rule.rate()) {
                return false;
            }
            bitten++;
            return true;
        }
    }

    /// A rule with how often it has bitten.
    public record Told(FaultRule rule, int bitten) {}

    /// Adds a rule under a number of its own.
    public synchronized FaultRule add(IntFunction<FaultRule> rule) {
        var made = rule.apply(lastId + 1);
        lastId++;
        armed.add(new Armed(made));
        return made;
    }

    public synchronized boolean remove(int id) {
        return armed.removeIf(each -> each.rule.id() == id);
    }

    public synchronized void clear() {
        armed.clear();
    }

    public synchronized List<Told> all() {
        return armed.stream().map(each -> new Told(each.rule, each.bitten)).toList();
    }

    /// The fault that a call meets, if any.
    /// @param now seconds since 1970 on the corp's clock
    public Optional<FaultRule> onCall(String corpId, String path, long now) {
        return on(Subject.CALL, corpId, path, now);
    }

    /// The fault that a callback meets, if any.
    /// @param event the event and its change type, with a slash between
    public Optional<FaultRule> onCallback(String corpId, String event, long now) {
        return on(Subject.CALLBACK, corpId, event, now);
    }

    /// Whether a member leaves mass messages alone. With a rate below 1 it is always the same members who do.
    public synchronized boolean silences(String corpId, String userid, long now) {
        return armed.stream()
                .map(each -> each.rule)
                .filter(rule -> rule.matches(Subject.MEMBER, corpId, userid, now))
                .anyMatch(
                        rule -> new SplittableRandom(rule.seed() * 31 + userid.hashCode()).nextDouble() < rule.rate());
    }

    private synchronized Optional<FaultRule> on(Subject subject, String corpId, String name, long now) {
        for (var each : armed) {
            if (each.rule.matches(subject, corpId, name, now) && each.strikes(corpId, name, now)) {
                return Optional.of(each.rule);
            }
        }
        return Optional.empty();
    }
}
