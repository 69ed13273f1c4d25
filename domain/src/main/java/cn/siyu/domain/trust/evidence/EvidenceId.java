package cn.siyu.domain.trust.evidence;

/// The identity of a piece of evidence inside its brand, chosen by its source so that the same fact
/// always has the same id; the same id counts once, however often it arrives.
///
/// @param value 1 to 200 characters
public record EvidenceId(String value) {

    public EvidenceId {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("an evidence id has 1 to 200 characters");
        }
    }
}
