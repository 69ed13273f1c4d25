package cn.siyu.application.continuity;

import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.domain.channel.policy.PolicyCatalog;
import cn.siyu.domain.channel.policy.PolicyConfidence;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyEditionId;
import cn.siyu.domain.channel.policy.PolicyKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The channel in memory hands customers over as WeCom does, and three groups a day.
public final class TransferEditions implements PolicyEditions {
    @Override
    public PolicyCatalog catalog() {
        var values = new LinkedHashMap<>(TestEditions.platform(9));
        values.put(
                "transfers",
                Map.of(
                        "customersPerCall", 100,
                        "perCustomer", 2,
                        "days", 90,
                        "takenAfter", "PT24H",
                        "groupsPerCall", 100,
                        "groupsPerDay", 3));
        var edition = new PolicyEdition(
                new PolicyEditionId("in-memory-1"),
                PolicyKind.PLATFORM,
                "in-memory",
                LocalDate.of(2020, 1, 1),
                "test",
                PolicyConfidence.ASSUMED,
                values);
        return new PolicyCatalog(List.of(edition), ZoneId.of("Asia/Shanghai"));
    }
}
