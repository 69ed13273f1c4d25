package cn.siyu.application.community;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentAudiences.LeftOut;
import cn.siyu.application.task.LeavesOut;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells who posts by hand whom to leave out: the first few by name, and where the others are
/// listed.
public final class LeftOutHint implements LeavesOut {
    private static final int NAMED = 5;
    private static final String NAMELESS = "（无昵称）";

    private final MomentAudiences audiences;

    public LeftOutHint(MomentAudiences audiences) {
        this.audiences = audiences;
    }

    @Override
    public @Nullable String hint(BrandId brand, ChannelAccountId account, Instant at) {
        var audience = audiences.count(brand, Set.of(account), Set.of(), at).getOrDefault(account, Audience.NOBODY);
        return of(brand, account, Set.of(), audience, at);
    }

    /// The same for a post that is for those with one of some tags.
    ///
    /// @param audience who has been counted for it
    @Nullable
    String of(BrandId brand, ChannelAccountId account, Set<TagId> tags, Audience audience, Instant at) {
        int all = audience.silenced() + audience.optedOut();
        if (all == 0) {
            return null;
        }
        List<LeftOut> first = audiences.leftOut(brand, new Sight.Everything(), account, tags, at, 0, NAMED);
        String names = first.stream().map(LeftOutHint::called).collect(Collectors.joining("、"));
        return "发布时在“谁可以看 → 不给谁看”里排除 " + all + " 位客户：" + names + (all > NAMED ? " 等；完整名单见本待办的 left-out 列表。" : "。");
    }

    private static String called(LeftOut one) {
        String name = one.name() == null || one.name().isBlank() ? NAMELESS : one.name();
        return switch (one.why()) {
            case NOT_INTERESTED -> name + "（不感兴趣）";
            case OPTED_OUT -> name + "（已退订）";
            case BLACKLISTED -> name + "（黑名单）";
        };
    }
}
