package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.behaviour.BehaviourPlan;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.PlatformLimits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A corp as it is loaded: `POST /simulator/corps`. Only `corpId` and one app are needed.
///
/// @param corpId letters, digits, `-` and `_`, at most 64
/// @param name the corp's name; its id when not given
/// @param limits whether the platform's limits are enforced; true when not given
/// @param limitOverrides limits that differ from the published ones, by name
/// @param mode STRICT refuses what the platform refuses, LENIENT forgives it; STRICT when not given
/// @param clock real when not given
/// @param apps self-built apps
/// @param departments the root (1) is made when it is not among them
/// @param staff the members
/// @param tags tag groups with their tags
/// @param customers customers with chosen properties, who are there from the start
/// @param moreCustomers how many further customers there are from the start, spread evenly over the
///     members with the customer-contact feature
/// @param groups customer groups that are there from the start
/// @param verified whether the corp is verified; true when not given
/// @param developer whether a WeChat developer id is bound, so that customers show their unionid;
///     true when not given
/// @param miniPrograms appids of the mini programs that are linked to the corp; any when not given
/// @param acquisition what the corp may do with acquisition links; the usual when not given
/// @param behaviour nobody does anything by themselves when not given
record CorpFile(
        String corpId,
        String name,
        @Nullable Boolean limits,
        @Nullable ObjectNode limitOverrides,
        @Nullable Strictness mode,
        Clock clock,
        List<App> apps,
        List<Department> departments,
        List<Staff> staff,
        List<TagGroup> tags,
        List<Customer> customers,
        int moreCustomers,
        List<GroupFile> groups,
        @Nullable Boolean verified,
        @Nullable Boolean developer,
        @Nullable List<String> miniPrograms,
        @Nullable Acquisition acquisition,
        @Nullable BehaviourPlan behaviour) {

    static final int FASTEST = 100_000;
    static final int LONGEST_SECRET = 512;

    CorpFile {
        if (corpId == null || !corpId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("corpId must be 1 to 64 letters, digits, - or _");
        }
        PlatformLimits.PUBLISHED.with(limitOverrides);
        name = name == null ? corpId : name;
        clock = clock == null ? new Clock(null, null, 0, 0) : clock;
        apps = orNone(apps);
        departments = orNone(departments);
        staff = orNone(staff);
        tags = orNone(tags);
        customers = orNone(customers);
        groups = orNone(groups);
        if (apps.isEmpty()) {
            throw new IllegalArgumentException("apps must name at least one app, or nobody could call");
        }
    }

    /// The corp's clock.
    ///
    /// @param mode REAL when not given
    /// @param now where a stepped or scaled clock begins; the machine's time when not given
    /// @param granularitySeconds events happen at whole multiples of this; 60 when not given
    /// @param speed how many seconds of a scaled clock pass in one of the machine's; 60 when not
    ///     given
    record Clock(@Nullable Mode mode, @Nullable Instant now, int granularitySeconds, double speed) {
        Clock {
            speed = speed == 0 ? 60 : speed;
            if (!(speed > 0 && speed <= FASTEST)) {
                throw new IllegalArgumentException("speed must be above 0 and at most " + FASTEST);
            }
            granularitySeconds = granularitySeconds <= 0 ? 60 : granularitySeconds;
        }
    }

    /// How a corp answers calls that the platform would refuse.
    enum Strictness {
        STRICT,
        LENIENT
    }

    /// REAL follows the machine, SCALED runs at a multiple of its speed, STEPPED moves by steps
    /// only.
    enum Mode {
        REAL,
        SCALED,
        STEPPED
    }

    /// A self-built app.
    ///
    /// @param customerContact whether it may call the customer-contact API; true when not given
    /// @param visible userids it sees; all when not given
    /// @param trustedIps addresses that may call; all when not given
    record App(
            int agentId,
            String name,
            String secret,
            @Nullable Boolean customerContact,
            List<String> visible,
            List<String> trustedIps,
            @Nullable Callback callback) {
        App {
            if (secret == null || secret.isEmpty()) {
                throw new IllegalArgumentException("an app needs a secret");
            }
            name = name == null ? "app " + agentId : name;
            visible = orNone(visible);
            trustedIps = orNone(trustedIps);
        }
    }

    /// Where an app's events go. Loading a corp does not verify it; `PUT …/apps/{agentId}/callback`
    /// does.
    record Callback(String url, String token, String aesKey) {
        Callback {
            if (url == null || token == null || aesKey == null || aesKey.length() != 43) {
                throw new IllegalArgumentException("a callback needs url, token and an aesKey of 43 characters");
            }
        }
    }

    /// What the corp may do with acquisition links.
    ///
    /// @param category NONE makes link creation answer 41305; PRIVILEGED allows preferred members
    ///     (else 41200) and tells of opened links and requests; USUAL when not given
    /// @param uses how many customers it may gain; 10,000 when not given
    /// @param expiresAt until when; a year from the corp's time when not given
    record Acquisition(
            AcquisitionRow.@Nullable Category category,
            @Nullable Integer uses,
            @Nullable Instant expiresAt) {
        Acquisition {
            if (uses != null && uses < 0) {
                throw new IllegalArgumentException("acquisition: uses must not be below 0");
            }
        }
    }

    record Department(int id, String name, int parentId, long order) {
        Department {
            parentId = parentId == 0 && id != 1 ? 1 : parentId;
            name = name == null ? "department " + id : name;
        }
    }

    /// A member.
    ///
    /// @param departments the root when not given
    /// @param status 1 when not given
    /// @param customerContact true when not given
    /// @param leftAt when a member of status 5 left; the corp's time when not given
    /// @param lastLoginAt all the time when not given
    /// @param realName whether its real name was verified; true when not given
    /// @param banned whether the platform has forbidden it to take over customers
    /// @param superAdmin whether it is a super administrator
    /// @param teamAccount whether it is an account of a team (团队号), which neither hands over nor
    ///     takes over
    /// @param archived whether its chats are archived (会话存档): it greets nobody before
    ///     `AGREE_ARCHIVE`
    /// @param consoleWelcome what the console's setting greets new customers with, in the place of
    ///     a welcome code; nothing when not given
    record Staff(
            String userid,
            String name,
            List<Integer> departments,
            String position,
            int status,
            @Nullable Boolean customerContact,
            @Nullable Instant leftAt,
            @Nullable Instant lastLoginAt,
            @Nullable Boolean realName,
            boolean banned,
            boolean superAdmin,
            boolean teamAccount,
            boolean archived,
            @Nullable String consoleWelcome) {
        Staff {
            if (userid == null || !userid.matches("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}")) {
                throw new IllegalArgumentException("a userid is 1 to 64 letters, digits or -_.@");
            }
            name = name == null ? userid : name;
            departments = departments == null || departments.isEmpty() ? List.of(1) : List.copyOf(departments);
            position = position == null ? "" : position;
            status = status == 0 ? 1 : status;
        }
    }

    record TagGroup(String group, List<String> names) {
        TagGroup {
            names = orNone(names);
        }
    }

    /// A customer who is there from the start.
    ///
    /// @param externalUserId chosen by the simulator when not given
    record Customer(
            @Nullable String externalUserId,
            String name,
            int gender,
            @Nullable String unionid,
            List<Follow> followers) {
        Customer {
            name = name == null ? "客户" : name;
            followers = orNone(followers);
        }
    }

    /// Who follows a customer.
    ///
    /// @param addedAt the corp's time when not given
    /// @param addWay 1 (scan) when not given
    /// @param tags names of tags in `tags`
    /// @param remark what the member calls the customer (备注); the customer's name when not given
    /// @param mobiles phone numbers that the member noted
    record Follow(
            String userid,
            @Nullable Instant addedAt,
            int addWay,
            String state,
            List<String> tags,
            @Nullable String remark,
            String description,
            List<String> mobiles) {
        Follow {
            addWay = addWay == 0 ? 1 : addWay;
            state = state == null ? "" : state;
            tags = orNone(tags);
            description = description == null ? "" : description;
            mobiles = orNone(mobiles);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
