package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.CustomerDetail.Followed;
import cn.siyu.domain.customer.Relationship;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A relationship (跟进关系) of a customer with one account.
///
/// @param id what it is called here
/// @param account with which account
/// @param accountName what people call the account
/// @param staffUserId what the channel calls it, for WeCom the member's userid
/// @param channel the kind of channel
/// @param staff who holds the account
/// @param staffName that person's name
/// @param source the mark of where the customer came from (state); null if none
/// @param contactWay the contact way that mark stands for; null if none
/// @param addWay the platform's code of how they became contacts
/// @param addedAt when it began
/// @param endedAt when it ended; null while it lives
/// @param endedBy who ended it; null while it lives
/// @param remark what the staff member calls the customer; masked without the scope customers:pii
/// @param description what the staff member wrote about the customer; only with the scope
///     customers:pii
/// @param trust as projected last
/// @param trustSocial its social part
@Serdeable
@Schema(name = "Relationship", description = "A relationship of a customer with one account (跟进关系)")
record RelationshipResource(
        @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "小达", maxLength = 100) String accountName,
        @Schema(example = "ada", maxLength = 64) String staffUserId,
        @Schema(example = "WECOM", maxLength = 40) String channel,

        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String staff,

        @Schema(example = "小达", maxLength = 100) String staffName,

        @Nullable @Schema(example = "shop-17", maxLength = 64)
        String source,

        @Nullable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String contactWay,

        @Schema(example = "1", minimum = "0") int addWay,
        @Schema(example = "2026-02-01T08:00:00.000Z") Instant addedAt,

        @Nullable @Schema(example = "2026-02-20T08:00:00.000Z")
        Instant endedAt,

        Relationship.@Nullable By endedBy,

        @Nullable @Schema(example = "王先生", maxLength = 100) String remark,

        @Nullable @Schema(example = "喜欢拿铁", maxLength = 1000)
        String description,

        @Schema(example = "54.210937", minimum = "0", maximum = "100")
        double trust,

        @Schema(example = "61.2", minimum = "0", maximum = "100")
        double trustSocial) {
    static RelationshipResource of(Followed followed, Masks masks) {
        var relationship = followed.relationship();
        var ended = relationship.ended();
        var way = followed.contactWay();
        return new RelationshipResource(
                IdType.RELATIONSHIP.format(relationship.publicId()),
                IdType.CHANNEL_ACCOUNT.format(followed.account()),
                followed.accountName(),
                followed.accountAddress(),
                followed.channelKind(),
                IdType.STAFF.format(followed.staff()),
                followed.staffName(),
                relationship.source(),
                way == null ? null : IdType.CONTACT_WAY.format(way),
                relationship.addWay(),
                relationship.addedAt(),
                ended == null ? null : ended.at(),
                ended == null ? null : ended.by(),
                masks.name(relationship.remark()),
                masks == Masks.CLEAR ? relationship.description() : null,
                Rounding.shown(followed.trust()),
                Rounding.shown(followed.trustSocial()));
    }
}
