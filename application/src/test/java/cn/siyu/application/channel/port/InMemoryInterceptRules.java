package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Rules against words, in memory.
final class InMemoryInterceptRules implements InterceptRules {
    private final InMemoryFarSide farSide;
    private final Map<String, Kept> rules = new LinkedHashMap<>();

    InMemoryInterceptRules(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    private record Kept(Request request, Instant createdAt) {}

    @Override
    public Answer<List<Listed>> list() {
        return farSide.read(() -> Answer.done(rules.entrySet().stream()
                .map(rule -> new Listed(
                        rule.getKey(),
                        rule.getValue().request().name(),
                        rule.getValue().createdAt()))
                .toList()));
    }

    @Override
    public Answer<Rule> fetch(String ruleId) {
        return farSide.read(() -> {
            var rule = rules.get(ruleId);
            return rule == null ? none() : Answer.done(new Rule(ruleId, rule.request()));
        });
    }

    @Override
    public Answer<String> create(Request request) {
        return farSide.change(() -> {
            if (unfit(request, "")) {
                return Answer.notDone(NotDoneReason.INVALID, "not a rule");
            }
            var id = "rule" + farSide.next();
            rules.put(id, new Kept(request, farSide.now()));
            return Answer.done(id);
        });
    }

    @Override
    public Answer<Ack> change(String ruleId, Change change) {
        return farSide.change(() -> {
            var old = rules.get(ruleId);
            if (old == null) {
                return none();
            }
            var staff = new HashSet<>(old.request().staff());
            staff.addAll(change.staffToo());
            staff.removeAll(change.staffNoMore());
            if (staff.isEmpty() && old.request().departments().isEmpty()) {
                return Answer.notDone(NotDoneReason.INVALID, "binds nobody");
            }
            var request = new Request(
                    Objects.requireNonNullElse(change.name(), old.request().name()),
                    change.words().isEmpty() ? old.request().words() : change.words(),
                    Objects.requireNonNullElse(change.patterns(), old.request().patterns()),
                    Objects.requireNonNullElse(change.blocks(), old.request().blocks()),
                    staff,
                    old.request().departments());
            if (unfit(request, ruleId)) {
                return Answer.notDone(NotDoneReason.INVALID, "not a rule");
            }
            rules.put(ruleId, new Kept(request, old.createdAt()));
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<Ack> delete(String ruleId) {
        return farSide.change(() -> rules.remove(ruleId) == null ? none() : Answer.done(Ack.ACK));
    }

    private boolean unfit(Request request, String itself) {
        return request.name().isEmpty()
                || request.name().length() > 20
                || request.words().size() > 300
                || request.words().stream().anyMatch(word -> word.isEmpty() || word.length() > 32)
                || rules.entrySet().stream()
                        .anyMatch(rule -> !rule.getKey().equals(itself)
                                && rule.getValue().request().name().equals(request.name()));
    }

    private static <T> Answer<T> none() {
        return Answer.notDone(NotDoneReason.NOT_FOUND, "no such rule");
    }
}
