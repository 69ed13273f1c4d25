package cn.siyu.domain.channel.journey;

import cn.siyu.domain.channel.policy.PolicyProblem.Code;
import cn.siyu.domain.channel.policy.PolicyReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which touchpoints and kinds of interaction there are, and which step of the decision journey
/// each serves.
///
/// @param touchpoints by code, in the order of the codes
/// @param kinds by code, in the order of the codes
/// @param filledBy what usually serves a step, the best first; every step has an entry
public record JourneyPolicy(
        Map<String, Touchpoint> touchpoints, Map<String, KindRule> kinds, Map<JourneyStep, List<String>> filledBy) {
    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

    public JourneyPolicy {
        touchpoints = Collections.unmodifiableMap(new TreeMap<>(touchpoints));
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        var steps = new EnumMap<JourneyStep, List<String>>(JourneyStep.class);
        for (JourneyStep step : JourneyStep.values()) {
            steps.put(step, List.copyOf(filledBy.getOrDefault(step, List.of())));
        }
        filledBy = Collections.unmodifiableMap(steps);
    }

    /// The touchpoint with a code; empty if there is none.
    public Optional<Touchpoint> touchpoint(String code) {
        return Optional.ofNullable(touchpoints.get(code));
    }

    /// The kind of interaction with a code; empty if there is none.
    public Optional<KindRule> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /// The steps that an interaction belongs to; none if it shows dislike or is of a kind or place
    /// that is not known any more.
    public Set<JourneyStep> stepsOf(String touchpoint, String kind) {
        var rule = kinds.get(kind);
        if (rule != null && (rule.signal() == Signal.DISLIKE || !rule.steps().isEmpty())) {
            return rule.signal() == Signal.DISLIKE ? Set.of() : rule.steps();
        }
        return touchpoint(touchpoint).map(Touchpoint::serves).orElse(Set.of());
    }

    /// What usually serves a step.
    public List<String> usuallyServes(JourneyStep step) {
        return filledBy.getOrDefault(step, List.of());
    }

    /// Reads the values of a JOURNEY edition.
    public static JourneyPolicy from(PolicyReader in) {
        var touchpoints = in.entries("touchpoints", JourneyPolicy::touchpoint);
        var kinds = in.entries("kinds", JourneyPolicy::kind);
        touchpoints.keySet().forEach(code -> checkCode(in, "touchpoints/" + code, code));
        kinds.keySet().forEach(code -> checkCode(in, "kinds/" + code, code));
        var named = new TreeMap<String, Touchpoint>();
        touchpoints.forEach((code, one) -> named.put(code, new Touchpoint(code, one.name, one.nameZh, one.serves)));
        var rules = new TreeMap<String, KindRule>();
        kinds.forEach((code, one) -> rules.put(
                code, new KindRule(code, one.name, one.nameZh, one.signal, one.response, one.evidence, one.steps)));
        Map<JourneyStep, List<String>> filledBy = in.object("filledBy", steps -> filledBy(steps, named.keySet()));
        return new JourneyPolicy(named, rules, filledBy);
    }

    private record Place(String name, String nameZh, Set<JourneyStep> serves) {}

    private record Kind(
            String name,
            String nameZh,
            Signal signal,
            boolean response,
            Optional<String> evidence,
            Set<JourneyStep> steps) {}

    private static Place touchpoint(PolicyReader in) {
        return new Place(name(in, "name"), name(in, "nameZh"), steps(in, "serves"));
    }

    private static Kind kind(PolicyReader in) {
        return new Kind(
                name(in, "name"),
                name(in, "nameZh"),
                in.oneOf("signal", Signal.class),
                in.has("response") && in.flag("response"),
                in.has("evidence") ? Optional.of(evidence(in)) : Optional.empty(),
                in.has("steps") ? steps(in, "steps") : Set.of());
    }

    private static String evidence(PolicyReader in) {
        String code = in.text("evidence");
        checkCode(in, "evidence", code);
        return code;
    }

    private static String name(PolicyReader in, String key) {
        String name = in.text(key);
        in.check(!name.isBlank() && name.length() <= 60, key, Code.OUT_OF_RANGE, "must have 1 to 60 characters");
        return name;
    }

    private static void checkCode(PolicyReader in, String key, String code) {
        in.check(
                code.matches(CODE),
                key,
                Code.OUT_OF_RANGE,
                "a code is 1 to 40 capitals, digits and _, like MINI_PROGRAM");
    }

    private static Set<JourneyStep> steps(PolicyReader in, String key) {
        var steps = EnumSet.noneOf(JourneyStep.class);
        steps.addAll(in.allOf(key, JourneyStep.class));
        return steps;
    }

    private static Map<JourneyStep, List<String>> filledBy(PolicyReader in, Set<String> touchpoints) {
        var filledBy = new EnumMap<JourneyStep, List<String>>(JourneyStep.class);
        for (JourneyStep step : JourneyStep.values()) {
            List<String> codes = in.texts(step.name());
            var unknown = new ArrayList<>(codes);
            unknown.removeAll(touchpoints);
            in.check(unknown.isEmpty(), step.name(), "names touchpoints that there are none of: " + unknown);
            filledBy.put(step, codes);
        }
        return filledBy;
    }
}
