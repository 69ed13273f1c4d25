package cn.siyu.domain.channel.fit;

/// By what accounts and people are counted: the policies of both channels in one.
///
/// @param scale an account of the channel that takes the inflow
/// @param personal an account that people work by hand
/// @param comfortable accounts that one operator works well (一人三号), at least 1
/// @param most accounts that an excellent one can work at all (一人五号), at least `comfortable`
/// @param customersPerMember customers that one member serves on the channel that takes the inflow
/// @param batch recipients of one batch by hand
/// @param personalShare share of the customers on personal accounts where both are used and nobody
///     says otherwise
public record CapacityRules(
        CapacityPlan.Account scale,
        CapacityPlan.Account personal,
        int comfortable,
        int most,
        long customersPerMember,
        int batch,
        double minutesPerBatch,
        double personalShare) {}
