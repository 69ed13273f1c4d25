package cn.siyu.domain.trust.policy;

import java.util.Map;
import java.util.OptionalDouble;

/// What one kind of evidence is worth under a policy edition.
///
/// Only social points may differ per channel: brand trust is the same seen from every relationship,
/// so a brand weight can't depend on the channel.
///
/// @param sign whether it speaks for or against the brand
/// @param brandWeight points of brand trust per piece, at least 0, before the sign
/// @param socialWeight points of social trust per piece, at least 0, before the sign, on every
///     channel not named below
/// @param socialByChannel social points on the named kinds of channel instead
/// @param dailyCap how many a local day counts at most, per customer and per relationship; empty if
///     all count
public record EvidenceRule(
        EvidenceKind kind,
        EvidenceSign sign,
        double brandWeight,
        double socialWeight,
        Map<String, Double> socialByChannel,
        HalfLife halfLife,
        OptionalDouble dailyCap) {

    public EvidenceRule {
        socialByChannel = Map.copyOf(socialByChannel);
        checkWeight(brandWeight);
        checkWeight(socialWeight);
        socialByChannel.values().forEach(EvidenceRule::checkWeight);
        if (dailyCap.isPresent() && !(dailyCap.getAsDouble() > 0 && dailyCap.getAsDouble() <= 1_000)) {
            throw new IllegalArgumentException(
                    "a daily cap is above 0 and at most 1000, not " + dailyCap.getAsDouble());
        }
    }

    private static void checkWeight(double weight) {
        if (!(weight >= 0 && weight <= 1_000)) {
            throw new IllegalArgumentException(
                    "a weight is between 0 and 1000 points (the sign stands apart), not " + weight);
        }
    }

    public boolean capped() {
        return dailyCap.isPresent();
    }

    /// How much of a day's sum of multiplicities counts.
    public double counted(double sumOfDay) {
        return dailyCap.isPresent() ? Math.min(sumOfDay, dailyCap.getAsDouble()) : sumOfDay;
    }

    /// Points of social trust per piece on a kind of channel, before the sign.
    public double socialWeightOn(String channelKind) {
        return socialByChannel.getOrDefault(channelKind, socialWeight);
    }
}
