package cn.siyu.domain.trust.policy;

import java.util.regex.Pattern;

/// A kind of evidence (证据类型), named by its code. The set is open: a policy edition may bring
/// any kind. The constants are the kinds that the product itself sends; what they are worth stands
/// in the policy alone.
///
/// @param code capital letters, digits and underscores, at most 40, beginning with a letter
public record EvidenceKind(String code) implements Comparable<EvidenceKind> {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /// Added the account through a source that shows intent (强来源添加).
    public static final EvidenceKind ADDED_BY_STRONG_SOURCE = new EvidenceKind("ADDED_BY_STRONG_SOURCE");
    /// Replied in a private chat (回复).
    public static final EvidenceKind REPLIED = new EvidenceKind("REPLIED");
    /// Spoke in a customer group (群发言).
    public static final EvidenceKind SPOKE_IN_GROUP = new EvidenceKind("SPOKE_IN_GROUP");
    /// Liked a moment (朋友圈点赞).
    public static final EvidenceKind LIKED = new EvidenceKind("LIKED");
    /// Commented a moment (朋友圈评论).
    public static final EvidenceKind COMMENTED = new EvidenceKind("COMMENTED");
    /// Claimed a coupon (领券).
    public static final EvidenceKind CLAIMED_COUPON = new EvidenceKind("CLAIMED_COUPON");
    /// Visited a shop, a page or a mini program (访问).
    public static final EvidenceKind VISITED = new EvidenceKind("VISITED");
    /// Bought for the first time (首购).
    public static final EvidenceKind PURCHASED = new EvidenceKind("PURCHASED");
    /// Bought again (复购).
    public static final EvidenceKind REPURCHASED = new EvidenceKind("REPURCHASED");
    /// Referred somebody who stayed (转介绍).
    public static final EvidenceKind REFERRED = new EvidenceKind("REFERRED");
    /// Left broadcasts unanswered in a row (连续未响应).
    public static final EvidenceKind IGNORED = new EvidenceKind("IGNORED");
    /// Tapped "not interested" on a moment (不感兴趣).
    public static final EvidenceKind NOT_INTERESTED = new EvidenceKind("NOT_INTERESTED");
    /// Complained (投诉).
    public static final EvidenceKind COMPLAINED = new EvidenceKind("COMPLAINED");
    /// Left a customer group (退群).
    public static final EvidenceKind LEFT_GROUP = new EvidenceKind("LEFT_GROUP");
    /// Blocked the account (拉黑).
    public static final EvidenceKind BLOCKED = new EvidenceKind("BLOCKED");
    /// Deleted the account (删除好友).
    public static final EvidenceKind DELETED = new EvidenceKind("DELETED");

    public EvidenceKind {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a kind of evidence is named like PURCHASED, not '" + code + "'");
        }
    }

    @Override
    public int compareTo(EvidenceKind other) {
        return code.compareTo(other.code);
    }
}
