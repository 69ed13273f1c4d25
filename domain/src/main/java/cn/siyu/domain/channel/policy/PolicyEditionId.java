package cn.siyu.domain.channel.policy;

/// The name of a policy edition, for example `wecom-2025-11-17`.
///
/// @param value 1 to 60 of `a-z 0-9 . -`
public record PolicyEditionId(String value) {
    static final String PATTERN = "[a-z0-9][a-z0-9.-]{0,59}";

    public PolicyEditionId {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("an edition is named by 1 to 60 of a-z 0-9 . -, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
