package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The platform's limits as numbers, read from the simulator's own data file `platform-limits.json` (never
/// from the product's policies, so that one side's mistake shows).
///
/// @param callsPerMinute calls of one API by one corp in a minute; over it, that API is blocked for 60 s
/// (45009)
/// @param callsPerHour the same for an hour, blocked for an hour
/// @param wrongSecretsPerHour gettoken calls with a bad secret from one address before it is blocked for an
/// hour
/// @param tokenSeconds life of an access token
/// @param welcomeSeconds life of a welcome code
/// @param contactWays contact ways per corp
/// @param usersPerWay members per contact way, departments expanded
/// @param tagsPerCorp corp tags
/// @param tagsPerRelation tags that a member may put on one customer
/// @param customersPerMember relations a member can have
/// @param recipientsPerMessage customers named in one mass message
/// @param customersPerMemberMessage customers that one member sends one mass message to
/// @param attachments per message
/// @param remindersPerDay reminders of one mass message in 24 h
/// @param membersPerChat people in one customer group
/// @param ownersPerFilter group owners named in one query
/// @param membersWithoutFilter members that an app may see to ask for groups without naming owners
public record PlatformLimits(
        int callsPerMinute,
        int callsPerHour,
        int wrongSecretsPerHour,
        int tokenSeconds,
        int welcomeSeconds,
        int contactWays,
        int usersPerWay,
        int tagsPerCorp,
        int tagsPerRelation,
        int customersPerMember,
        int recipientsPerMessage,
        int customersPerMemberMessage,
        int attachments,
        int remindersPerDay,
        int membersPerChat,
        int ownersPerFilter,
        int membersWithoutFilter) {

    /// The limits of the data file.
    public static final PlatformLimits PUBLISHED = read();

    private static PlatformLimits read() {
        try (var in = PlatformLimits.class.getResourceAsStream("platform-limits.json")) {
            return Json.MAPPER.readValue(
                    Objects.requireNonNull(in, "platform-limits.json is missing"), PlatformLimits.class);
        } catch (IOException e) {
            throw new UncheckedIOException("platform-limits.json cannot be read", e);
        }
    }
}
