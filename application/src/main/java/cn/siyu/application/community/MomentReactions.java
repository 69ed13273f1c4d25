package cn.siyu.application.community;

import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.community.MomentChannels.Route;
import cn.siyu.application.community.PublishMoments.Piece;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.insight.RecordInteractions.Item;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.InteractionKind;
import java.util.ArrayList;
import java.util.List;

/// Turns what the platform tells of likes and comments into interactions, through the same door as
/// everything else: seen again, they change nothing.
public final class MomentReactions {
    static final String SOURCE = "moments";
    static final String TOUCHPOINT = "MOMENTS";

    private final RecordInteractions interactions;
    private final MomentChannels channels;

    public MomentReactions(RecordInteractions interactions, MomentChannels channels) {
        this.interactions = interactions;
        this.channels = channels;
    }

    void read(BrandId brand, Piece piece, Moments.Echo echo) {
        var scope = channels.connection(Route.of(piece.account())).map(ChannelConnection::idScope);
        if (scope.isEmpty()) {
            return;
        }
        var items = new ArrayList<Item>();
        echo.likes().stream()
                .filter(one -> !one.byStaff())
                .forEach(one -> items.add(item(piece, scope.get(), one, InteractionKind.LIKE)));
        echo.comments().stream()
                .filter(one -> !one.byStaff())
                .forEach(one -> items.add(item(piece, scope.get(), one, InteractionKind.COMMENT)));
        for (int from = 0; from < items.size(); from += RecordInteractions.MOST) {
            List<Item> some = items.subList(from, Math.min(items.size(), from + RecordInteractions.MOST));
            interactions.handle(new RecordInteractions.Command(brand, some));
        }
    }

    /// A comment is told apart by when it was written: one customer may write several.
    private static Item item(Piece piece, String scope, Moments.Reaction reaction, InteractionKind kind) {
        String key = piece.post().id().value() + ":" + kind.code() + ":" + reaction.who() + ":"
                + (kind.equals(InteractionKind.LIKE) ? "" : reaction.at().getEpochSecond());
        return new Item(
                new ExternalKey(SOURCE, key),
                kind,
                List.of(new IdentityKey(IdentityType.EXTERNAL_USERID, scope, reaction.who())),
                piece.account().publicId(),
                null,
                TOUCHPOINT,
                reaction.at());
    }
}
