package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.contact.MaterialComposer;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.community.MomentPost.Progress;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.community.MomentPostId;
import cn.siyu.domain.contact.ContactPolicy;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plans a post to moments (朋友圈计划) for many accounts at a moment. What an account can't post
/// is refused for that account, with its reason; the others post.
public final class PlanMoment {
    /// How many accounts one plan has at most.
    public static final int MOST_ACCOUNTS = 5_000;

    private final MomentPlans plans;
    private final MomentAudiences audiences;
    private final MomentLimits limits;
    private final MomentWords words;
    private final CheckPersona personas;
    private final Materials materials;
    private final ChannelAccounts accounts;
    private final Tags tags;
    private final PoliciesInForce policies;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;

    public PlanMoment(
            MomentPlans plans,
            MomentAudiences audiences,
            MomentLimits limits,
            MomentWords words,
            CheckPersona personas,
            Materials materials,
            ChannelAccounts accounts,
            Tags tags,
            PoliciesInForce policies,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock,
            IdSource ids) {
        this.plans = plans;
        this.audiences = audiences;
        this.limits = limits;
        this.words = words;
        this.personas = personas;
        this.materials = materials;
        this.accounts = accounts;
        this.tags = tags;
        this.policies = policies;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
        this.ids = ids;
    }

    /// What is to be posted.
    ///
    /// @param accounts at least one
    /// @param visibleTo tags of which a customer must have one to see it; none: all customers
    /// @param publishAt null: now
    /// @param confirmBy null: as long behind as the contact policy gives staff to confirm
    public record Command(
            Caller caller,
            PublicId material,
            List<PublicId> accounts,
            List<PublicId> visibleTo,
            @Nullable Instant publishAt,
            @Nullable Instant confirmBy) {
        public Command {
            accounts = List.copyOf(accounts);
            visibleTo = List.copyOf(visibleTo);
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is planned.
        record Planned(MomentPlan plan) implements Outcome {}

        /// Something that it names isn't there, or not seen.
        ///
        /// @param what which part of the wish
        /// @param index which of them, from 0
        record Unknown(Part what, int index) implements Outcome {}

        /// The material speaks to one customer: a variable has no value and no fallback.
        record Personal(Set<String> variables) implements Outcome {}

        /// The material is archived, empty or too long.
        record Unfit(Rendering rendering) implements Outcome {}

        /// Personas of the accounts never say that.
        ///
        /// @param claims the forbidden claims in the material
        record Forbidden(List<String> claims) implements Outcome {
            public Forbidden {
                claims = List.copyOf(claims);
            }
        }

        /// Its time is over.
        record TooLate(Part what, Instant now) implements Outcome {}
    }

    /// A part of a wish.
    public enum Part {
        MATERIAL,
        ACCOUNT,
        TAG,
        PUBLISH_AT,
        CONFIRM_BY
    }

    /// Plans it.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> plan(command));
    }

    private Outcome plan(Command command) {
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        Instant publishAt = command.publishAt() == null ? now : command.publishAt();
        Instant confirmBy = command.confirmBy() == null ? publishAt.plus(deadline(brand, now)) : command.confirmBy();
        if (publishAt.isBefore(now)) {
            return new Outcome.TooLate(Part.PUBLISH_AT, now);
        }
        if (!confirmBy.isAfter(publishAt)) {
            return new Outcome.TooLate(Part.CONFIRM_BY, publishAt);
        }
        var material = materials.byPublicId(brand, command.material()).filter(one -> !one.archived());
        if (material.isEmpty()) {
            return new Outcome.Unknown(Part.MATERIAL, 0);
        }
        var found = new ArrayList<ChannelAccount>();
        var seen = seen(command);
        for (PublicId id : new LinkedHashSet<>(command.accounts())) {
            var account = seen.stream().filter(one -> one.publicId().equals(id)).findFirst();
            if (account.isEmpty()) {
                return new Outcome.Unknown(Part.ACCOUNT, command.accounts().indexOf(id));
            }
            found.add(account.get());
        }
        Set<TagId> visibleTo = new LinkedHashSet<>();
        for (PublicId id : command.visibleTo()) {
            Optional<Tag> tag = tags.byPublicId(brand, id);
            if (tag.isEmpty()) {
                return new Outcome.Unknown(Part.TAG, command.visibleTo().indexOf(id));
            }
            visibleTo.add(tag.get().id());
        }
        return objection(brand, material.get(), found)
                .orElseGet(() -> planned(brand, material.get(), found, visibleTo, publishAt, confirmBy, now));
    }

    private Duration deadline(BrandId brand, Instant now) {
        return policies.of(PolicyKind.CONTACT, brand, now, ContactPolicy::from)
                .values()
                .confirmation()
                .deadline();
    }

    private List<ChannelAccount> seen(Command command) {
        var sight = sights.of(command.caller());
        return accounts.byPublicIds(command.caller().brand(), Set.copyOf(command.accounts())).stream()
                .filter(account -> sight.held(account.staff(), account.department()))
                .toList();
    }

    private Optional<Outcome> objection(BrandId brand, Material material, List<ChannelAccount> found) {
        return switch (words.render(brand, material, found.getFirst())) {
            case Rendering.Rendered(var message) -> {
                var carried = MaterialComposer.carried(message);
                var voices = personas.voices(brand);
                var claims = found.stream()
                        .flatMap(account -> voices.forbidden(account.id(), carried).stream())
                        .distinct()
                        .toList();
                yield claims.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Forbidden(claims));
            }
            case Rendering.ValuesMissing(var variables) ->
                Optional.of(new Outcome.Personal(
                        variables.stream().map(variable -> variable.path()).collect(Collectors.toSet())));
            case Rendering.TooLong unfit -> Optional.of(new Outcome.Unfit(unfit));
            case Rendering.NothingToSay unfit -> Optional.of(new Outcome.Unfit(unfit));
        };
    }

    private Outcome planned(
            BrandId brand,
            Material material,
            List<ChannelAccount> found,
            Set<TagId> visibleTo,
            Instant publishAt,
            Instant confirmBy,
            Instant now) {
        long number = ids.next();
        var plan = new MomentPlan(
                new MomentPlanId(number),
                ids.publicId(number, now),
                material.id(),
                visibleTo,
                publishAt,
                confirmBy,
                null,
                1,
                now,
                now);
        Set<ChannelAccountId> all = found.stream().map(ChannelAccount::id).collect(Collectors.toSet());
        var full = limits.full(brand, found, publishAt, now);
        var audience = audiences.count(brand, all, visibleTo, publishAt);
        List<MomentPost> posts = found.stream()
                .map(account -> post(
                        plan,
                        account,
                        audience.getOrDefault(account.id(), Audience.NOBODY),
                        full.get(account.id()),
                        now))
                .toList();
        plans.add(brand, plan, posts);
        return new Outcome.Planned(plan);
    }

    private MomentPost post(
            MomentPlan plan, ChannelAccount account, Audience audience, @Nullable String full, Instant now) {
        long number = ids.next();
        String refused = account.state() == ChannelAccount.State.CLOSED
                ? "ACCOUNT_CLOSED"
                : full == null && audience.chosen() == 0 ? "NO_AUDIENCE" : full;
        return new MomentPost(
                new MomentPostId(number),
                ids.publicId(number, now),
                plan.id(),
                account.id(),
                refused == null ? State.PLANNED : State.REFUSED,
                refused,
                plan.publishAt(),
                audience,
                refused == null ? Progress.due(plan.publishAt()) : Progress.OVER,
                1,
                now,
                now);
    }
}
