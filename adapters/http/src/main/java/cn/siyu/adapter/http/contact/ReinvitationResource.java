package cn.siyu.adapter.http.contact;

import cn.siyu.application.contact.LostCustomers.Invited;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What came of inviting the customers of a banned account again, in customers.
///
/// @param planned it leaves by itself
/// @param byTask a person has it to send
/// @param deferred it is decided again later
/// @param refused the governor or the channel said no; each send says why
/// @param unreachable there is no other account
@Serdeable
@Schema(name = "Reinvitation", description = "What came of inviting customers again, in customers (重新邀请)")
record ReinvitationResource(
        @Schema(example = "812", minimum = "0") int planned,
        @Schema(example = "96", minimum = "0") int byTask,
        @Schema(example = "40", minimum = "0") int deferred,
        @Schema(example = "25", minimum = "0") int refused,
        @Schema(example = "5027", minimum = "0") int unreachable) {
    static ReinvitationResource of(Invited invited) {
        return new ReinvitationResource(
                invited.planned(), invited.byTask(), invited.deferred(), invited.refused(), invited.unreachable());
    }
}
