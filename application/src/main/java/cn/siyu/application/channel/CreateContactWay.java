package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.Inputs;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWayId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Makes a contact way (联系我): a permanent link and code of ours. Its accounts' own codes on the
/// channel are asked for afterwards, see [ProvideContactWayCodes].
public final class CreateContactWay {
    private static final int CODE_LENGTH = 10;
    private static final int BASE = 36;
    private static final String STATE_PREFIX = "cw-";

    private final ContactWays ways;
    private final CheckContactWay check;
    private final ContactWayViews views;
    private final PoliciesInForce policies;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    public CreateContactWay(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights,
            PoliciesInForce policies,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        this.ways = ways;
        this.check = new CheckContactWay(accounts, departments, materials, sights);
        this.views = new ContactWayViews(ways, accounts, departments, materials);
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// A contact way to be made.
    public record Command(Caller caller, ContactWayWish wish) {}

    /// Makes the contact way.
    public ChangeOutcome<ContactWayView> handle(Command command) {
        return work.inTransaction(() -> create(command.caller(), command.wish()));
    }

    private ChangeOutcome<ContactWayView> create(Caller caller, ContactWayWish wish) {
        var brand = caller.brand();
        var inputs = new Inputs();
        var checked = check.check(caller, wish, Set.of(), inputs);
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var now = clock.now(brand);
        var id = new ContactWayId(ids.next());
        var code = code(now);
        var rule = Optional.ofNullable(wish.rule())
                .orElseGet(() -> policies.allocation(brand, now).values().rule());
        var way = new ContactWay(
                id,
                ids.publicId(id.value(), now),
                code,
                wish.name(),
                wish.hook(),
                STATE_PREFIX + code,
                rule,
                checked.department(),
                checked.welcomeMaterial(),
                checked.servers(),
                null,
                1,
                now,
                now);
        ways.add(brand, way);
        return new ChangeOutcome.Done<>(views.of(brand, way));
    }

    /// Ten of `a-z 0-9` from the keyed hash of a number of its own: nobody can guess one link from
    /// another, and none tells anything of an id.
    private String code(Instant now) {
        long hash = ids.publicId(ids.next(), now).value().getLeastSignificantBits();
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(Character.forDigit((int) Long.remainderUnsigned(hash, BASE), BASE));
            hash = Long.divideUnsigned(hash, BASE);
        }
        return code.toString();
    }
}
