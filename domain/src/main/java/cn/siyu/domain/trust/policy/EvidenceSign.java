package cn.siyu.domain.trust.policy;

/// Whether evidence speaks for the brand or against it.
public enum EvidenceSign {
    POSITIVE(1),
    NEGATIVE(-1);

    private final int factor;

    EvidenceSign(int factor) {
        this.factor = factor;
    }

    /// 1 or -1, the factor before a weight.
    public int factor() {
        return factor;
    }
}
