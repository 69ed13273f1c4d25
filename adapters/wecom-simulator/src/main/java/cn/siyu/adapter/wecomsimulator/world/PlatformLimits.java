package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits.Quota;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The platform's limits as numbers, read from the simulator's own data file `platform-limits.json`
/// (never from the product's policies, so that one side's mistake shows).
///
/// @param media of uploaded files
/// @param moments of moments
/// @param rules of intercept rules and product albums
/// @param staffMessages of messages to members and their pages
/// @param callsPerMinute calls of one API by one corp in a minute; over it, that API is blocked for
///     60 s (45009)
/// @param callsPerHour the same for an hour, blocked for an hour
/// @param callsPerMinuteByAddress calls of one API from one address in a minute, over all corps
///     whose clock is REAL
/// @param callsPerHourByAddress the same for an hour
/// @param concurrentCalls calls of one API by one corp at the same time (45033); the platform does
///     not publish its number
/// @param requestBytes the largest JSON body (40206); the platform does not publish its number
/// @param apiQuotas further limits of single APIs, by path, per corp
/// @param oneWriter APIs that refuse a second call about the same record while the first is at work
///     (45035): the path, and the field that names the record
/// @param wrongSecretsPerHour gettoken calls with a bad secret from one address before it is
///     blocked for an hour
/// @param tokenSeconds life of an access token
/// @param welcomeSeconds life of a welcome code
/// @param strategyLevels levels of customer strategies
/// @param strategyNodes members and departments in the range of one
/// @param strategyNodesPerCall of them in one call
/// @param strategyAdmins managers of one
/// @param temporaryWaysPerDay temporary contact ways made in a day
/// @param acquisitionLinks acquisition links per corp (the platform publishes no number)
/// @param acquisitionUses uses of them that a corp begins with
/// @param usersPerLink members per acquisition link, departments expanded
/// @param preferredUsersPerLink members in the list of those who are preferred
/// @param chatKeySeconds life of a ChatKey
/// @param customersPerTransfer customers named in one call that hands them over
/// @param transferSeconds until a customer goes over by itself
/// @param transfersInPeriod how often one customer can be handed over on the job in
///     `transferPeriodDays`
/// @param transferPeriodDays calendar days over which transfers are counted
/// @param loginDays a member who did not log in for longer can neither hand over nor take over
/// @param contactWays lasting contact ways and group join ways per corp
/// @param usersPerWay members per contact way, departments expanded
/// @param tagsPerCorp corp tags
/// @param tagsPerRelation tags that a member may put on one customer
/// @param customersPerMember relations a member can have
/// @param recipientsPerMessage customers named in one mass message
/// @param customersPerMemberMessage customers that one member sends one mass message to
/// @param attachments per message
/// @param messageDispatchSeconds how long a mass message that was just made can be neither reminded
///     of nor cancelled (41063); 0, because the platform says only that it may be so
/// @param externalContacts how many external contacts the corp has bought (外部联系人规模); over it
///     nobody new is added, and tools for groups, moments and inheritance answer 610023; 0 = as
///     many as there are
/// @param remindersPerDay reminders of one mass message in 24 h
/// @param membersPerChat people in one customer group
/// @param groupDetailLagSeconds how far the details of a group are behind its events; the
///     platform's are by about 2, here 0, so that a stepped clock need not be moved for them
/// @param ownersPerFilter group owners named in one query
/// @param membersWithoutFilter members that an app may see to ask for groups without naming owners
/// @param chatsPerJoinWay customer groups that a join way leads to
/// @param statisticDays days that one query of statistics covers
/// @param statisticDaysBack days that statistics reach back
/// @param chatsPerMessage customer groups that one mass message goes to
/// @param chatsPerTransfer customer groups in one call that changes their owner
/// @param chatsTransferredPerDay customer groups of one member that get another owner in a day
/// @param transfersInNinetyDays on-job changes of one customer group's owner in 90 days
/// @param groupInheritanceSeconds from the transfer of a leaver's group until it is inherited
/// @param groupWelcomes group welcome templates per corp
/// @param receivedPerWeek mass messages that a customer or group can receive in a week, in place of
///     the monthly rule; 0 = the monthly rule: as many as the month has days
/// @param receivedPerDay the same in a day; 0 = not so
public record PlatformLimits(
        MediaLimits media,
        MomentLimits moments,
        RuleLimits rules,
        StaffMessageLimits staffMessages,
        int callsPerMinute,
        int callsPerHour,
        int callsPerMinuteByAddress,
        int callsPerHourByAddress,
        int concurrentCalls,
        int requestBytes,
        Map<String, ApiQuota> apiQuotas,
        Map<String, String> oneWriter,
        int wrongSecretsPerHour,
        int tokenSeconds,
        int welcomeSeconds,
        int strategyLevels,
        int strategyNodes,
        int strategyNodesPerCall,
        int strategyAdmins,
        int temporaryWaysPerDay,
        int acquisitionLinks,
        int acquisitionUses,
        int usersPerLink,
        int preferredUsersPerLink,
        int chatKeySeconds,
        int customersPerTransfer,
        int transferSeconds,
        int transfersInPeriod,
        int transferPeriodDays,
        int loginDays,
        int contactWays,
        int usersPerWay,
        int tagsPerCorp,
        int tagsPerRelation,
        int customersPerMember,
        int recipientsPerMessage,
        int customersPerMemberMessage,
        int attachments,
        int messageDispatchSeconds,
        int externalContacts,
        int remindersPerDay,
        int membersPerChat,
        int groupDetailLagSeconds,
        int ownersPerFilter,
        int membersWithoutFilter,
        int chatsPerJoinWay,
        int statisticDays,
        int statisticDaysBack,
        int chatsPerMessage,
        int chatsPerTransfer,
        int chatsTransferredPerDay,
        int transfersInNinetyDays,
        int groupInheritanceSeconds,
        int groupWelcomes,
        int receivedPerWeek,
        int receivedPerDay) {

    /// The limits of the data file.
    public static final PlatformLimits PUBLISHED = read();

    public PlatformLimits {
        apiQuotas = Map.copyOf(apiQuotas);
        oneWriter = Map.copyOf(oneWriter);
    }

    /// What one corp may call one API.
    public List<Quota> quotas(String path) {
        var usual = new ApiQuota(callsPerMinute, callsPerHour, 0, 0);
        return usual.and(apiQuotas.getOrDefault(path, ApiQuota.NONE)).quotas();
    }

    /// What one address may call one API.
    public List<Quota> quotasByAddress() {
        return new ApiQuota(callsPerMinuteByAddress, callsPerHourByAddress, 0, 0).quotas();
    }

    /// Wrong secrets from one address.
    public List<Quota> wrongSecrets() {
        return List.of(new Quota(FrequencyLimits.Span.HOUR, wrongSecretsPerHour));
    }

    /// These limits, but for some.
    /// @param overrides an object with some of the names above and their values; null for none
    /// @throws IllegalArgumentException when a name is not known or a value is not a number
    public PlatformLimits with(@Nullable JsonNode overrides) {
        if (overrides == null || overrides.isNull()) {
            return this;
        }
        ObjectNode merged = Json.MAPPER.valueToTree(this);
        for (var each : overrides.properties()) {
            checkNumbers(each.getKey(), each.getValue());
            if (!merged.has(each.getKey())) {
                throw new IllegalArgumentException("there is no limit '%s'; known: %s"
                        .formatted(each.getKey(), String.join(", ", (Iterable<String>) merged::fieldNames)));
            }
            if (each.getValue() instanceof ObjectNode some && merged.get(each.getKey()) instanceof ObjectNode all) {
                all.setAll(some);
            } else {
                merged.set(each.getKey(), each.getValue());
            }
        }
        try {
            return Json.MAPPER.treeToValue(merged, PlatformLimits.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("limits: " + e.getOriginalMessage(), e);
        }
    }

    private static void checkNumbers(String name, JsonNode value) {
        if (value.isNull() || value.isBoolean() || value.isArray() || (value.isNumber() && !value.isInt())) {
            throw new IllegalArgumentException("limits: %s must be a whole number".formatted(name));
        }
        if (value.isInt() && value.intValue() < 0) {
            throw new IllegalArgumentException("limits: %s must not be below 0".formatted(name));
        }
        value.properties().forEach(each -> checkNumbers(name + "." + each.getKey(), each.getValue()));
    }

    private static PlatformLimits read() {
        try (var in = PlatformLimits.class.getResourceAsStream("platform-limits.json")) {
            return Json.MAPPER.readValue(
                    Objects.requireNonNull(in, "platform-limits.json is missing"), PlatformLimits.class);
        } catch (IOException e) {
            throw new UncheckedIOException("platform-limits.json cannot be read", e);
        }
    }
}
