package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.application.continuity.port.Inheritances;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An account that takes over.
///
/// @param account the account
/// @param weight its share; null: as much as it has room for
/// @param standing whether it still takes over
@Serdeable
@Schema(name = "Taker", description = "An account that takes over")
record TakerResource(
        @Schema(description = "The account", example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Nullable
        @Schema(
                description = "Its share; null: as much as it has room for",
                example = "2",
                minimum = "1",
                maximum = "1000")
        Integer weight,

        @Schema(description = "Whether it still takes over", example = "OPEN")
        Inheritances.Standing standing) {
    static TakerResource of(ReadInheritances.TakerView view) {
        return new TakerResource(
                IdType.CHANNEL_ACCOUNT.format(view.account().publicId()),
                view.taker().weight(),
                view.taker().standing());
    }
}
