package cn.siyu.adapter.wecomsimulator.fault;

import cn.siyu.adapter.wecomsimulator.fault.FaultRule.Kind;
import cn.siyu.adapter.wecomsimulator.fault.FaultRule.Subject;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The rules in force. The first rule that bites decides; whether a rule with a rate below 1 bites
/// follows a fixed sequence per rule, chosen by its seed, so that a single-threaded run can be
/// repeated. With a directory the rules survive the process, each as far as it has come.
public final class FaultRules implements AutoCloseable {
    private static final String FILE = "faults.lines";
    private final SequencedMap<Integer, ArmedRule> armed = new LinkedHashMap<>();
    private final @Nullable FaultJournal journal;
    private int lastId;

    /// No rules yet, or those of a directory.
    /// @param directory null keeps them in memory only
    public FaultRules(@Nullable Path directory) {
        journal = directory == null ? null : FaultJournal.open(directory.resolve(FILE), armed);
        armed.keySet().forEach(id -> lastId = Math.max(lastId, id));
    }

    /// A rule with how often it has bitten.
    public record Told(FaultRule rule, int bitten) {}

    /// Adds a rule under a number of its own.
    public synchronized FaultRule add(IntFunction<FaultRule> rule) {
        var made = rule.apply(lastId + 1);
        put(new ArmedRule(made));
        return made;
    }

    public synchronized boolean remove(int id) {
        if (armed.remove(id) == null) {
            return false;
        }
        if (journal != null) {
            journal.remove(id);
        }
        return true;
    }

    public synchronized void clear() {
        List.copyOf(armed.keySet()).forEach(this::remove);
    }

    public synchronized List<Told> all() {
        return armed.values().stream()
                .map(each -> new Told(each.rule(), each.bitten()))
                .toList();
    }

    /// The rules with how far each has come, for [#restore].
    public synchronized List<JsonNode> saved() {
        return armed.values().stream()
                .map(each -> Json.MAPPER.<JsonNode>valueToTree(each.saved()))
                .toList();
    }

    /// Puts rules that were saved in the place of those in force.
    /// @throws IllegalArgumentException when they are not rules; then nothing is changed
    public synchronized void restore(JsonNode saved) {
        var rules = new ArrayList<ArmedRule>();
        try {
            for (var each : saved) {
                rules.add(ArmedRule.of(Json.MAPPER.treeToValue(each, ArmedRule.Saved.class)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("faults: " + e.getOriginalMessage(), e);
        }
        clear();
        rules.forEach(this::put);
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

    /// Whether a member leaves mass messages alone. With a rate below 1 it is always the same
    /// members who do.
    public synchronized boolean silences(String corpId, String userid, long now) {
        return armed.values().stream()
                .map(ArmedRule::rule)
                .filter(rule -> rule.matches(Subject.MEMBER, corpId, userid, now))
                .anyMatch(
                        rule -> new SplittableRandom(rule.seed() * 31 + userid.hashCode()).nextDouble() < rule.rate());
    }

    @Override
    public synchronized void close() {
        if (journal != null) {
            journal.close();
        }
    }

    private synchronized Optional<FaultRule> on(Subject subject, String corpId, String name, long now) {
        for (var each : armed.values()) {
            if (each.rule().matches(subject, corpId, name, now) && strikes(each, corpId, name, now)) {
                return Optional.of(each.rule());
            }
        }
        return Optional.empty();
    }

    private boolean strikes(ArmedRule rule, String corpId, String name, long now) {
        if (rule.blocks(corpId, name, now)) {
            return true;
        }
        var struck = rule.strikes(corpId, name, now);
        if (journal != null && struck && rule.rule().kind() == Kind.BLOCK) {
            journal.put(rule);
        } else if (journal != null) {
            journal.progressed(rule, armed.values());
        }
        return struck;
    }

    private void put(ArmedRule rule) {
        armed.put(rule.rule().id(), rule);
        lastId = Math.max(lastId, rule.rule().id());
        if (journal != null) {
            journal.put(rule);
        }
    }
}
