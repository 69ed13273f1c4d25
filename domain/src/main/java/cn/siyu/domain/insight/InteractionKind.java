package cn.siyu.domain.insight;

import cn.siyu.domain.trust.policy.EvidenceKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A kind of interaction (互动). The set is open: an unknown kind is recorded and counts as interest, nothing more.
///
/// @param code like `REPLY`: upper case words joined by `_`, 1 to 40 characters
public record InteractionKind(String code) implements Comparable<InteractionKind> {
    public static final InteractionKind REPLY = new InteractionKind("REPLY");
    public static final InteractionKind CLICK = new InteractionKind("CLICK");
    public static final InteractionKind READ = new InteractionKind("READ");
    public static final InteractionKind VISIT = new InteractionKind("VISIT");
    public static final InteractionKind COUPON_CLAIMED = new InteractionKind("COUPON_CLAIMED");
    public static final InteractionKind PRODUCT_VIEWED = new InteractionKind("PRODUCT_VIEWED");
    public static final InteractionKind JOIN = new InteractionKind("JOIN");
    public static final InteractionKind GROUP_MESSAGE = new InteractionKind("GROUP_MESSAGE");
    public static final InteractionKind GROUP_LEFT = new InteractionKind("GROUP_LEFT");
    public static final InteractionKind LIKE = new InteractionKind("LIKE");
    public static final InteractionKind COMMENT = new InteractionKind("COMMENT");
    /// The customer tapped "not interested" on a moment (不感兴趣).
    public static final InteractionKind NOT_INTERESTED = new InteractionKind("NOT_INTERESTED");
    public static final InteractionKind COMPLAINT = new InteractionKind("COMPLAINT");
    /// The customer refuses messages of a person without deleting the person (拉黑).
    public static final InteractionKind BLOCKED = new InteractionKind("BLOCKED");
    /// Somebody this customer brought has stayed (裂变).
    public static final InteractionKind REFERRAL = new InteractionKind("REFERRAL");

    private static final Map<InteractionKind, EvidenceKind> EVIDENCE = Map.of(
            REPLY, EvidenceKind.REPLIED,
            VISIT, EvidenceKind.VISITED,
            COUPON_CLAIMED, EvidenceKind.CLAIMED_COUPON,
            GROUP_MESSAGE, EvidenceKind.SPOKE_IN_GROUP,
            GROUP_LEFT, EvidenceKind.LEFT_GROUP,
            LIKE, EvidenceKind.LIKED,
            COMMENT, EvidenceKind.COMMENTED,
            NOT_INTERESTED, EvidenceKind.NOT_INTERESTED,
            COMPLAINT, EvidenceKind.COMPLAINED,
            BLOCKED, EvidenceKind.BLOCKED);
    private static final Set<InteractionKind> RESPONSES = Set.of(REPLY, CLICK, VISIT, COUPON_CLAIMED, JOIN);
    private static final Set<InteractionKind> PREFERENCES = Set.of(COUPON_CLAIMED, PRODUCT_VIEWED);
    private static final Set<InteractionKind> DISLIKES = Set.of(NOT_INTERESTED, COMPLAINT, GROUP_LEFT, BLOCKED);

    public InteractionKind {
        if (!code.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException("a kind of interaction is named like REPLY, not '" + code + "'");
        }
    }

    /// What it says about trust; empty if nothing.
    public Optional<EvidenceKind> evidence() {
        return this.equals(REFERRAL) ? Optional.of(EvidenceKind.REFERRED) : Optional.ofNullable(EVIDENCE.get(this));
    }

    /// Whether it answers a send: reply, click, visit, coupon or joining.
    public boolean response() {
        return RESPONSES.contains(this);
    }

    /// Whether it is specific to a product.
    public boolean preference() {
        return PREFERENCES.contains(this);
    }

    /// Whether it shows interest at all; a complaint doesn't.
    public boolean interest() {
        return !DISLIKES.contains(this);
    }

    /// The codes of the kinds that show no interest.
    public static Set<InteractionKind> dislikes() {
        return DISLIKES;
    }

    /// The codes of the kinds that are specific to a product.
    public static Set<InteractionKind> preferences() {
        return PREFERENCES;
    }

    @Override
    public int compareTo(InteractionKind other) {
        return code.compareTo(other.code);
    }
}
