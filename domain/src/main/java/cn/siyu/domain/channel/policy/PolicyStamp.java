package cn.siyu.domain.channel.policy;

/// Which rules a decision was taken by: the edition, and the brand's override over it. Kept with
/// every decision.
///
/// @param edition the edition in force
/// @param overrideVersion which version of the brand's override was laid over it; 0 for none
public record PolicyStamp(PolicyEditionId edition, int overrideVersion) {
    public PolicyStamp {
        if (overrideVersion < 0) {
            throw new IllegalArgumentException("an override's version is 0 (none) or more, was " + overrideVersion);
        }
    }

    /// The edition as it was shipped.
    public static PolicyStamp of(PolicyEditionId edition) {
        return new PolicyStamp(edition, 0);
    }

    /// As kept and shown: `contact-2025`, or `contact-2025+3` with the third version of an
    /// override.
    @Override
    public String toString() {
        return overrideVersion == 0 ? edition.value() : edition.value() + "+" + overrideVersion;
    }
}
