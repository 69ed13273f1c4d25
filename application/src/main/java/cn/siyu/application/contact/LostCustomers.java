package cn.siyu.application.contact;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.LostFriends;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The customers of an account that the platform closed (封号客户): who of them can be reached over
/// another account, and inviting those again. Each invitation is a contact like any other: the
/// governor and the pace of the other account bind it. Over an account that the caller doesn't see
/// it invites nobody.
public final class LostCustomers {
    private static final int CHUNK = 1_000;

    private final ChannelAccounts accounts;
    private final LostFriends lost;
    private final Reachability reachability;
    private final PlanSends plan;
    private final ResolveSight sights;
    private final UnitOfWork work;

    public LostCustomers(
            ChannelAccounts accounts,
            LostFriends lost,
            Reachability reachability,
            PlanSends plan,
            ResolveSight sights,
            UnitOfWork work) {
        this.accounts = accounts;
        this.lost = lost;
        this.reachability = reachability;
        this.plan = plan;
        this.sights = sights;
        this.work = work;
    }

    /// A customer who was lost with the account.
    ///
    /// @param relationship the one that ended
    /// @param reach how the customer can be reached now
    /// @param over the other account over which, one that the caller sees; null: over none (失联)
    /// @param elsewhere whether an account serves the customer that the caller doesn't see, so that
    ///     neither does it see the customer
    public record Lost(
            Relationship relationship,
            Reach reach,
            @Nullable ChannelAccount over,
            boolean elsewhere) {}

    /// Those of an account whose relationship has a number above `after`; empty if there is no such
    /// account, or none that the caller sees.
    public Optional<List<Lost>> page(Caller caller, PublicId account, long after, int atMost) {
        return seen(caller, account).map(one -> page(caller, one.id(), after, atMost));
    }

    private Optional<ChannelAccount> seen(Caller caller, PublicId account) {
        var sight = sights.of(caller);
        return accounts.byPublicId(caller.brand(), account).filter(one -> sight.held(one.staff(), one.department()));
    }

    private List<Lost> page(Caller caller, ChannelAccountId account, long after, int atMost) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        List<Relationship> ended = lost.page(brand, account, after, atMost);
        Map<Wanted, Reach> reaches = reachability.of(
                brand, ended.stream().map(LostCustomers::anywhere).collect(Collectors.toSet()));
        Set<ChannelAccountId> others = new HashSet<>();
        reaches.values().forEach(reach -> usable(reach).ifPresent(link -> others.add(link.account())));
        Map<ChannelAccountId, ChannelAccount> known = accounts.findAll(brand, others).stream()
                .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        List<Lost> page = new ArrayList<>();
        for (Relationship each : ended) {
            var reach = reaches.get(anywhere(each));
            if (reach != null) {
                var over = usable(reach).map(link -> Objects.requireNonNull(known.get(link.account())));
                var seen = over.filter(one -> sight.held(one.staff(), one.department()));
                page.add(new Lost(each, reach, seen.orElse(null), over.isPresent() && seen.isEmpty()));
            }
        }
        return page;
    }

    private static Wanted anywhere(Relationship each) {
        return new Wanted(each.customer(), null);
    }

    private static Optional<Reach.Link> usable(Reach reach) {
        return Optional.ofNullable(reach.link()).filter(link -> link.live() && link.accountActive());
    }

    /// An invitation to all of them who can be reached.
    ///
    /// @param material the number of the material to write it from
    /// @param deadline from when on it is of no use
    public record Invitation(Caller caller, PublicId account, long material, Instant deadline) {}

    /// What came of an invitation, in customers.
    ///
    /// @param planned it leaves by itself
    /// @param byTask a person has it to send
    /// @param deferred it is decided again later
    /// @param refused the governor or the channel said no; each is written down with its reason
    /// @param unreachable there is no other account
    public record Invited(int planned, int byTask, int deferred, int refused, int unreachable) {
        static final Invited NOBODY = new Invited(0, 0, 0, 0, 0);

        Invited plus(Invited other) {
            return new Invited(
                    planned + other.planned,
                    byTask + other.byTask,
                    deferred + other.deferred,
                    refused + other.refused,
                    unreachable + other.unreachable);
        }

        private static Invited of(SendOutcome outcome) {
            return switch (outcome) {
                case SendOutcome.Planned _ -> new Invited(1, 0, 0, 0, 0);
                case SendOutcome.ByTask _ -> new Invited(0, 1, 0, 0, 0);
                case SendOutcome.Deferred _ -> new Invited(0, 0, 1, 0, 0);
                case SendOutcome.Refused _, SendOutcome.Expired _, SendOutcome.Control _ -> new Invited(0, 0, 0, 1, 0);
            };
        }
    }

    /// Invites them; empty if there is no such account, or none that the caller sees. Said again,
    /// whoever was invited a short while ago is refused by the gap between contacts.
    public Optional<Invited> invite(Invitation invitation) {
        return work.inTransaction(
                () -> seen(invitation.caller(), invitation.account()).map(account -> invite(invitation, account.id())));
    }

    private Invited invite(Invitation invitation, ChannelAccountId account) {
        var caller = invitation.caller();
        var brand = caller.brand();
        Invited all = Invited.NOBODY;
        long after = 0;
        List<Lost> page = page(caller, account, after, CHUNK);
        while (!page.isEmpty()) {
            List<SendRequest> requests = page.stream()
                    .filter(each -> each.over() != null)
                    .map(each -> request(each, invitation))
                    .toList();
            all = all.plus(new Invited(0, 0, 0, 0, page.size() - requests.size()));
            for (SendOutcome outcome : plan.plan(brand, requests)) {
                all = all.plus(Invited.of(outcome));
            }
            after = page.getLast().relationship().id().value();
            page = page(caller, account, after, CHUNK);
        }
        return all;
    }

    private static SendRequest request(Lost each, Invitation invitation) {
        return new SendRequest(
                null,
                false,
                each.relationship().customer(),
                Objects.requireNonNull(each.reach().link()).relationship(),
                ContactClass.MARKETING,
                SendRequest.PRIVATE_CHAT,
                invitation.material(),
                true,
                invitation.deadline());
    }
}
