package cn.siyu.adapter.http.channel;

import cn.siyu.application.channel.ReadChannels.ChannelView;
import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.Limits;
import cn.siyu.application.channel.port.Offer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel as it describes itself.
///
/// @param channel its code, an open set
/// @param nameZh its name in Chinese
/// @param nameEn its name in English
/// @param stability how far it is developed
/// @param connections the brand's connections to it, by name
/// @param capabilities what it can do, by itself or through people
/// @param addingWays how a customer and an account become contacts
@Serdeable
@Schema(name = "Channel")
record ChannelResource(
        @Schema(example = "PERSONAL_WECHAT", maxLength = 30) String channel,
        @Schema(example = "个人微信", maxLength = 60) String nameZh,
        @Schema(example = "Personal WeChat", maxLength = 60) String nameEn,
        ChannelDescriptor.Stability stability,

        @ArraySchema(maxItems = 1000, schema = @Schema(example = "by-hand", maxLength = 60))
        List<String> connections,

        @ArraySchema(maxItems = 100) List<OfferResource> capabilities,
        @ArraySchema(maxItems = 100) List<AddingWayResource> addingWays) {

    /// How a channel offers one capability.
    ///
    /// @param capability what
    /// @param support by itself, through people, or not at all
    /// @param textBytes longest text in bytes of UTF-8; null if no bound makes sense
    /// @param recipientsPerCall most contacts in one call; null if no bound makes sense
    /// @param attachments most attachments of one message; null if no bound makes sense
    /// @param confirmedByStaff whether a staff member must confirm before anything reaches a
    ///     customer
    @Serdeable
    @Schema(name = "ChannelOffer")
    record OfferResource(
            Capability capability,
            Offer.Support support,

            @Nullable @Schema(example = "4000", minimum = "1")
            Integer textBytes,

            @Nullable @Schema(example = "10000", minimum = "1")
            Integer recipientsPerCall,

            @Nullable @Schema(example = "9", minimum = "1") Integer attachments,
            @Schema(example = "true") boolean confirmedByStaff) {
        static OfferResource of(Capability capability, Offer offer) {
            Limits limits = offer.limits();
            return new OfferResource(
                    capability,
                    offer.support(),
                    bound(limits.textBytes()),
                    bound(limits.recipientsPerCall()),
                    bound(limits.attachments()),
                    limits.confirmedByStaff());
        }

        private static @Nullable Integer bound(int limit) {
            return limit == 0 ? null : limit;
        }
    }

    /// One way in which a customer and an account become contacts.
    ///
    /// @param code how, an open code
    /// @param direction who asks whom
    /// @param support whether the channel does it by itself or a person does
    /// @param confirmation where the one who is asked confirms, an open code
    @Serdeable
    @Schema(name = "AddingWay")
    record AddingWayResource(
            @Schema(example = "WECHAT_ID", maxLength = 30) String code,
            AddingWay.Direction direction,
            Offer.Support support,
            @Schema(example = "NEW_FRIENDS", maxLength = 30) String confirmation) {}

    static ChannelResource of(ChannelView view) {
        ChannelDescriptor says = view.descriptor();
        return new ChannelResource(
                says.id(),
                says.nameZh(),
                says.nameEn(),
                says.stability(),
                view.connections(),
                Arrays.stream(Capability.values())
                        .map(each -> OfferResource.of(each, says.offer(each)))
                        .toList(),
                says.addingWays().stream()
                        .map(way ->
                                new AddingWayResource(way.code(), way.direction(), way.support(), way.confirmation()))
                        .toList());
    }
}
