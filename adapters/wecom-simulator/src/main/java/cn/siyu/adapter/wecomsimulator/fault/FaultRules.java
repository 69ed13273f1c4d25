package cn.siyu.adapter.wecomsimulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// The rules in force. The first rule that bites decides; whether a rule with a rate below 1 bites follows a
/// fixed sequence per rule, so that a single-threaded run can be repeated.
public final class FaultRules {
    private final List<Armed> armed = new ArrayList<>();
    private int lastId;

    private static final class Armed {
        private final FaultRule rule;
        private final SplittableRandom random;
        private int seen;
        private int bitten;

        Armed(FaultRule rule) {
            this.rule = rule;
            this.random = new SplittableRandom(rule.id());
        }

        boolean bites() {
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
        var made = rule.apply(++lastId);
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
    public synchronized Optional<FaultRule> on(String corpId, String path) {
        for (var each : armed) {
            if (each.rule.matches(corpId, path) && each.bites()) {
                return Optional.of(each.rule);
            }
        }
        return Optional.empty();
    }
}
