package cn.siyu.domain.trust.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules that hold between the parts of a trust policy.
final class PolicyChecks {
    static final String WECOM = "WECOM";
    static final String PERSONAL_WECHAT = "PERSONAL_WECHAT";

    private final List<PolicyProblem> problems = new ArrayList<>();

    private PolicyChecks() {}

    static List<PolicyProblem> of(
            String edition,
            Map<String, ChannelEnvelope> envelopes,
            Map<PurchaseDecision, Double> brandShares,
            Map<CarryReason, CarryShare> carryShares,
            Map<EvidenceKind, EvidenceRule> rules) {
        var checks = new PolicyChecks();
        checks.check(!edition.isBlank() && edition.length() <= 80, "/edition", "an edition has 1 to 80 characters");
        checks.envelopes(envelopes);
        checks.brandShares(brandShares);
        for (CarryReason reason : CarryReason.values()) {
            checks.check(carryShares.containsKey(reason), "/carry/" + reason, "the share carried over is missing");
        }
        checks.rules(rules, envelopes);
        return List.copyOf(checks.problems);
    }

    private void envelopes(Map<String, ChannelEnvelope> envelopes) {
        var wecom = Optional.ofNullable(envelopes.get(WECOM));
        var personal = Optional.ofNullable(envelopes.get(PERSONAL_WECHAT));
        check(wecom.isPresent(), "/channels/WECOM", "the envelope of this channel is missing");
        check(personal.isPresent(), "/channels/PERSONAL_WECHAT", "the envelope of this channel is missing");
        if (wecom.isPresent() && personal.isPresent()) {
            order(wecom.get(), personal.get());
        }
    }

    private void order(ChannelEnvelope wecom, ChannelEnvelope personal) {
        for (double strength : new double[] {0, 1}) {
            check(
                    wecom.floorAt(strength) > personal.floorAt(strength),
                    "/channels",
                    "the floor of WECOM must lie above that of PERSONAL_WECHAT at brand strength " + strength
                            + ", but is " + wecom.floorAt(strength) + " against " + personal.floorAt(strength));
        }
        check(
                personal.ceiling() > wecom.ceiling(),
                "/channels",
                "the ceiling of PERSONAL_WECHAT must lie above that of WECOM, but is " + personal.ceiling()
                        + " against " + wecom.ceiling());
    }

    private void brandShares(Map<PurchaseDecision, Double> brandShares) {
        for (PurchaseDecision decision : PurchaseDecision.values()) {
            var share = Optional.ofNullable(brandShares.get(decision));
            check(
                    share.isPresent() && share.get() >= 0 && share.get() <= 1,
                    "/brand_share/" + decision,
                    "the share of brand trust is between 0 and 1, not "
                            + share.map(String::valueOf).orElse("absent"));
        }
    }

    private void rules(Map<EvidenceKind, EvidenceRule> rules, Map<String, ChannelEnvelope> envelopes) {
        check(!rules.isEmpty() && rules.size() <= 100, "/kinds", "a policy has 1 to 100 kinds of evidence");
        rules.forEach((kind, rule) -> {
            var pointer = "/kinds/" + kind.code();
            check(
                    kind.equals(rule.kind()),
                    pointer,
                    "holds the rule of " + rule.kind().code());
            for (String channel : rule.socialByChannel().keySet()) {
                check(
                        envelopes.containsKey(channel),
                        pointer + "/social_by_channel/" + channel,
                        "this channel has no envelope");
            }
        });
    }

    private void check(boolean holds, String pointer, String detail) {
        if (!holds) {
            problems.add(new PolicyProblem(pointer, detail));
        }
    }
}
