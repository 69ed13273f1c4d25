package cn.siyu.domain.channel.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Policy trees for tests, as they would come out of a data file.
public final class PolicyFixtures {
    private PolicyFixtures() {}

    /// A WeCom platform policy with a quota per customer of the test's choice.
    public static Map<String, Object> platformTree(String perCustomer, List<String> choices) {
        return Map.of(
                "zone",
                "Asia/Shanghai",
                "customers",
                Map.of("perAccount", 20_000, "perAccountAtStart", 5_000),
                "massMessages",
                Map.of(
                        "perCustomer",
                        perCustomer,
                        "choices",
                        choices,
                        "perAccountAndCustomer",
                        "PER_DAY 1",
                        "recipientsPerCall",
                        10_000,
                        "attachments",
                        9,
                        "reminders",
                        3,
                        "reminderWindow",
                        "PT24H"),
                "welcomeWindow",
                "PT20S",
                "notInterested",
                List.of("P7D", "P30D", "P1Y"),
                "moments",
                Map.of("perAccount", "PER_DAY 3", "perCompany", "PER_MONTH 4"),
                "groups",
                Map.of("codeMovesOnAt", 200, "members", 500));
    }

    /// The platform policy of that tree.
    public static PlatformPolicy platform(String perCustomer) {
        return PolicyReader.read(platformTree(perCustomer, List.of(perCustomer)), PlatformPolicy::from)
                .orThrow();
    }

    /// An edition of a WeCom platform policy.
    public static PolicyEdition edition(String id, String validFrom, Map<String, Object> values) {
        return new PolicyEdition(
                new PolicyEditionId(id),
                PolicyKind.PLATFORM,
                "WECOM",
                LocalDate.parse(validFrom),
                "test",
                PolicyConfidence.ASSUMED,
                values);
    }

    /// The tree with one value put in, or taken out where the value is null.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> with(Map<String, Object> tree, Object value, String... path) {
        Map<String, Object> copy = new HashMap<>(tree);
        if (path.length == 1) {
            copy.put(path[0], value);
        } else {
            String[] rest = java.util.Arrays.copyOfRange(path, 1, path.length);
            copy.put(path[0], with((Map<String, Object>) copy.getOrDefault(path[0], Map.of()), value, rest));
        }
        return copy;
    }
}
