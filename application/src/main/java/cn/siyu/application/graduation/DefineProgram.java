package cn.siyu.application.graduation;

import cn.siyu.application.audience.PersonalFields;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays a program down (新建迁移计划). It chooses nobody before it is activated.
public final class DefineProgram {
    private final Programs programs;
    private final ChannelAccounts accounts;
    private final Materials materials;
    private final Sops sops;
    private final GraduationPolicies policies;
    private final IdSource ids;
    private final UnitOfWork work;
    private final BrandClock clock;

    public DefineProgram(
            Programs programs,
            ChannelAccounts accounts,
            Materials materials,
            Sops sops,
            GraduationPolicies policies,
            IdSource ids,
            UnitOfWork work,
            BrandClock clock) {
        this.programs = programs;
        this.accounts = accounts;
        this.materials = materials;
        this.sops = sops;
        this.policies = policies;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /// The program as it is wanted.
    ///
    /// @param accounts each once, at least one
    public record Command(
            Caller caller,
            String name,
            Program.Kind kind,
            @Nullable Expression audience,
            Holdout holdout,
            List<PublicId> accounts,
            PublicId material,
            @Nullable PublicId sop,
            Duration answerWithin) {
        public Command {
            accounts = List.copyOf(accounts);
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is there.
        record Defined(Program program) implements Outcome {}

        /// It can't be, for these reasons.
        record Refused(List<Flaw> flaws) implements Outcome {}
    }

    /// Why it can't be.
    ///
    /// @param place which account, from 0; 0 for others
    public record Flaw(Kind kind, int place) {
        /// What is wrong.
        public enum Kind {
            UNKNOWN_ACCOUNT,
            /// People don't work that account: nobody graduates to it.
            OTHER_CHANNEL,
            UNKNOWN_MATERIAL,
            UNKNOWN_SOP
        }
    }

    /// Lays it down.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        var audience = command.audience();
        if (audience != null) {
            PersonalFields.require(command.caller(), audience);
        }
        return work.inTransaction(() -> define(command));
    }

    private Outcome define(Command command) {
        BrandId brand = command.caller().brand();
        Instant now = clock.now(brand);
        var flaws = new ArrayList<Flaw>();
        var targets = targets(brand, command, now, flaws);
        var material = materials.byPublicId(brand, command.material()).filter(one -> !one.archived());
        if (material.isEmpty()) {
            flaws.add(new Flaw(Flaw.Kind.UNKNOWN_MATERIAL, 0));
        }
        PublicId wanted = command.sop();
        var sop = wanted == null ? null : sops.byPublicId(brand, wanted).orElse(null);
        if (wanted != null && sop == null) {
            flaws.add(new Flaw(Flaw.Kind.UNKNOWN_SOP, 0));
        }
        if (!flaws.isEmpty()) {
            return new Outcome.Refused(flaws);
        }
        long id = ids.next();
        var program = new Program(
                new ProgramId(id),
                ids.publicId(id, now),
                command.name(),
                command.kind(),
                command.audience(),
                command.holdout(),
                targets.stream().map(ChannelAccount::id).toList(),
                material.orElseThrow().id().value(),
                sop == null ? null : sop.id(),
                command.answerWithin(),
                Program.State.DRAFT,
                null,
                null,
                null,
                1,
                now,
                now);
        programs.add(brand, program);
        return new Outcome.Defined(program);
    }

    private List<ChannelAccount> targets(BrandId brand, Command command, Instant now, List<Flaw> flaws) {
        String channel = policies.inForce(brand, now).values().channel();
        Map<PublicId, ChannelAccount> known = new HashMap<>();
        accounts.byPublicIds(brand, new HashSet<>(command.accounts()))
                .forEach(each -> known.put(each.publicId(), each));
        var targets = new ArrayList<ChannelAccount>();
        for (int i = 0; i < command.accounts().size(); i++) {
            var account = known.get(command.accounts().get(i));
            if (account == null) {
                flaws.add(new Flaw(Flaw.Kind.UNKNOWN_ACCOUNT, i));
            } else if (!account.channel().equals(channel)) {
                flaws.add(new Flaw(Flaw.Kind.OTHER_CHANNEL, i));
            } else {
                targets.add(account);
            }
        }
        return targets;
    }
}
