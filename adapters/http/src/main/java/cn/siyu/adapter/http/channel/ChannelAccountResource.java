package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.channel.AccountView;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.WorkingHours;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;

/// A channel account: one account on one channel, held by a staff member, with a capacity.
///
/// @param id its id
/// @param channel the kind of channel; never changes
/// @param connection the configured connection by which the channel is reached; never changes
/// @param address what the channel calls the account, for WeCom the member's userid; never changes
/// @param name how customers see it
/// @param staff who holds it
/// @param department where its customers belong
/// @param totalCap how many customers it holds at most
/// @param dailyCap how many new customers it takes a day at most
/// @param hours when it takes new customers
/// @param state whether it is in use
/// @param health how it fares with the platform
/// @param load how full it is
/// @param createdAt when it was taken into use
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
record ChannelAccountResource(
        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "WECOM", maxLength = 30) String channel,
        @Schema(example = "main", maxLength = 60) String connection,
        @Schema(example = "zhangxiaodian", maxLength = 64) String address,
        @Schema(example = "小店员", maxLength = 100) String name,

        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String staff,

        @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String department,

        @Schema(example = "5000", minimum = "1") int totalCap,
        @Schema(example = "100", minimum = "1") int dailyCap,
        Hours hours,
        ChannelAccount.State state,
        ChannelAccount.Health health,
        Load load,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    static ChannelAccountResource of(AccountView view) {
        ChannelAccount account = view.account();
        ChannelAccounts.Load load = view.load();
        return new ChannelAccountResource(
                IdType.CHANNEL_ACCOUNT.format(account.publicId()),
                account.channel(),
                account.connection(),
                account.address(),
                account.name(),
                IdType.STAFF.format(view.staff()),
                IdType.DEPARTMENT.format(view.department()),
                account.totalCap(),
                account.dailyCap(),
                Hours.of(account.hours()),
                account.state(),
                account.health(),
                new Load(load.live(), load.today(), load.held()),
                account.createdAt(),
                account.updatedAt(),
                account.version());
    }

    /// When an account takes new customers, in local time.
    ///
    /// @param from the first moment of a working day
    /// @param until the first moment after it; before from means over midnight, the same means
    ///     around the clock
    /// @param days on which days of the week
    @Serdeable
    @Schema(name = "WorkingHours")
    record Hours(
            @Schema(example = "09:00", maxLength = 12) String from,
            @Schema(example = "21:00", maxLength = 12) String until,
            @ArraySchema(maxItems = 7) List<DayOfWeek> days) {
        static Hours of(WorkingHours hours) {
            return new Hours(
                    hours.from().toString(),
                    hours.until().toString(),
                    hours.days().stream().sorted().toList());
        }
    }

    /// How full an account is.
    ///
    /// @param customers customers it has now
    /// @param newToday customers it got today
    /// @param held places held for visitors who may add it yet
    @Serdeable
    @Schema(name = "AccountLoad")
    record Load(
            @Schema(example = "312", minimum = "0") int customers,
            @Schema(example = "8", minimum = "0") int newToday,
            @Schema(example = "1", minimum = "0") int held) {}
}
