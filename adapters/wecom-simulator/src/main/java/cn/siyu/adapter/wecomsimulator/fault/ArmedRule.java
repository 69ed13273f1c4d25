package cn.siyu.adapter.wecomsimulator.fault;

import cn.siyu.adapter.wecomsimulator.fault.FaultRule.Kind;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A rule in force, with how far it has come in its sequence.
final class ArmedRule {
    private final FaultRule rule;
    private final SplittableRandom random;
    private final Map<String, Long> blockedUntil = new TreeMap<>();
    private int seen;
    private int drawn;
    private int bitten;

    /// How far a rule has come: enough to go on where it stopped.
    ///
    /// @param seen how often it was asked
    /// @param drawn how often its sequence was drawn from
    /// @param bitten how often it has struck
    /// @param blockedUntil until when a BLOCK holds, by corp and path
    record Saved(FaultRule rule, int seen, int drawn, int bitten, Map<String, Long> blockedUntil) {}

    ArmedRule(FaultRule rule) {
        this.rule = rule;
        this.random = new SplittableRandom(rule.seed());
    }

    static ArmedRule of(Saved saved) {
        var armed = new ArmedRule(saved.rule());
        armed.blockedUntil.putAll(saved.blockedUntil());
        armed.advance(saved.seen(), saved.drawn(), saved.bitten());
        return armed;
    }

    FaultRule rule() {
        return rule;
    }

    int bitten() {
        return bitten;
    }

    Saved saved() {
        return new Saved(rule, seen, drawn, bitten, Map.copyOf(blockedUntil));
    }

    /// Whether this call is struck because an earlier one was.
    boolean blocks(String corpId, String name, long now) {
        return now < blockedUntil.getOrDefault(subject(corpId, name), Long.MIN_VALUE);
    }

    /// Goes one on in the sequence.
    /// @return whether it strikes
    boolean strikes(String corpId, String name, long now) {
        if (!bites()) {
            return false;
        }
        if (rule.kind() == Kind.BLOCK) {
            blockedUntil.put(subject(corpId, name), now + rule.seconds());
        }
        return true;
    }

    /// Puts a later state of the same rule in place of this one's.
    void advance(int nowSeen, int nowDrawn, int nowBitten) {
        seen = nowSeen;
        bitten = nowBitten;
        for (; drawn < nowDrawn; drawn++) {
            random.nextDouble();
        }
    }

    private static String subject(String corpId, String name) {
        return corpId + "|" + name;
    }

    private boolean bites() {
        seen++;
        var usedUp = rule.count() != null && bitten >= rule.count();
        if (seen <= rule.skip() || usedUp) {
            return false;
        }
        drawn++;
        if (random.nextDouble() >= rule.rate()) {
            return false;
        }
        bitten++;
        return true;
    }
}
