package cn.siyu.application.graduation;

import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.SendOutcome;
import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.Pace;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Invites candidates (邀请): by a message that the governor allows, and by a task for whoever
/// works the account, who asks the customer or waits to be asked. No account asks more people a day
/// than its pace. Inside the caller's transaction.
public final class InviteCandidates {
    private static final String INACTIVE = "ACCOUNT_INACTIVE";
    private static final Map<IdentityType, String> WAYS =
            Map.of(IdentityType.PHONE, "PHONE", IdentityType.WECHAT_ID, "WECHAT_ID");

    private final PlanSends plan;
    private final HandTasks hands;
    private final Tasks tasks;
    private final ChannelAccounts accounts;
    private final AccountPaces paces;
    private final FriendRoom room;
    private final Reachability reachability;
    private final Identities identities;
    private final Persons persons;

    public InviteCandidates(
            PlanSends plan,
            HandTasks hands,
            Tasks tasks,
            ChannelAccounts accounts,
            AccountPaces paces,
            FriendRoom room,
            Reachability reachability,
            Identities identities,
            Persons persons) {
        this.plan = plan;
        this.hands = hands;
        this.tasks = tasks;
        this.accounts = accounts;
        this.paces = paces;
        this.room = room;
        this.reachability = reachability;
        this.identities = identities;
        this.persons = persons;
    }

    /// What is known of one who is to be invited.
    ///
    /// @param way an identity by which somebody can be asked; null: the customer has to ask
    private record Invitee(
            Candidate candidate,
            ChannelAccount account,
            @Nullable IdentityKey way,
            @Nullable Reach reach) {}

    /// Invites.
    ///
    /// @return all of them as they are then
    List<Candidate> invite(BrandId brand, Program program, List<Candidate> chosen, Instant now) {
        return switch (program.state()) {
            case DRAFT, PAUSED ->
                chosen.stream().map(each -> each.waiting(null, now)).toList();
            case ENDED -> chosen.stream().map(each -> each.withdrawn(now)).toList();
            case ACTIVE -> chosen.isEmpty() ? List.of() : send(brand, program, chosen, now);
        };
    }

    private List<Candidate> send(BrandId brand, Program program, List<Candidate> chosen, Instant now) {
        var known = accounts
                .findAll(
                        brand,
                        chosen.stream()
                                .map(each -> Objects.requireNonNull(each.account()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        var open = paces.open(brand, known.values(), now);
        var after = new ArrayList<Candidate>();
        var invitees = new ArrayList<Invitee>();
        var asked = new HashMap<ChannelAccountId, Integer>();
        var rooms = room.of(brand, known.values(), now);
        for (Invitee each : invitees(brand, chosen, known)) {
            var refused = refused(program, each, open);
            var later = refused == null && each.way() != null ? later(each.account(), open, rooms, asked, now) : null;
            if (refused != null) {
                after.add(each.candidate().refused(refused, null, now));
            } else if (later != null) {
                after.add(each.candidate().waiting(later, now));
            } else {
                invitees.add(each);
            }
        }
        after.addAll(planned(brand, program, invitees, open, now));
        open.close();
        return after;
    }

    private List<Invitee> invitees(BrandId brand, List<Candidate> chosen, Map<ChannelAccountId, ChannelAccount> known) {
        var customers = chosen.stream().map(Candidate::customer).collect(Collectors.toSet());
        var ways = ways(brand, customers);
        var reaches = reachability.of(
                brand, customers.stream().map(InviteCandidates::anywhere).collect(Collectors.toSet()));
        return chosen.stream()
                .map(each -> new Invitee(
                        each,
                        Objects.requireNonNull(known.get(each.account())),
                        ways.get(each.customer()),
                        reaches.get(anywhere(each.customer()))))
                .toList();
    }

    private Map<CustomerId, IdentityKey> ways(BrandId brand, Set<CustomerId> customers) {
        var births = persons.births(brand, customers);
        var owners = new HashMap<CustomerId, CustomerId>();
        births.forEach((customer, theirs) -> theirs.forEach(birth -> owners.put(birth, customer)));
        var ways = new HashMap<CustomerId, IdentityKey>();
        identities.of(brand, owners.keySet()).stream()
                .filter(each -> WAYS.containsKey(each.key().type()))
                .sorted(Comparator.comparing((Identity each) -> each.key().type())
                        .thenComparingLong(each -> each.id().value()))
                .forEach(
                        each -> ways.putIfAbsent(Objects.requireNonNull(owners.get(each.birthCustomer())), each.key()));
        return ways;
    }

    private static Wanted anywhere(CustomerId customer) {
        return new Wanted(customer, null);
    }

    /// What stops it before a message is thought of; a graduate's other stops are the governor's,
    /// since a message is planned.
    private static @Nullable String refused(Program program, Invitee each, AccountPaces.Open open) {
        var view = open.of(each.account().id());
        if (each.account().state() == ChannelAccount.State.CLOSED
                || each.account().health() == ChannelAccount.Health.BLOCKED
                || (view.isPresent() && view.get().pace().health() == Pace.Health.BANNED)) {
            return INACTIVE;
        }
        if (program.kind() == Program.Kind.GRADUATION) {
            return null;
        }
        var reach = each.reach();
        if (reach == null || each.way() == null) {
            return Candidate.NO_WAY;
        }
        return reach.hardStop(SendRequest.PRIVATE_CHAT);
    }

    /// The next day, if the account has asked as many today as is good for it, or as many as it can
    /// have friends.
    private static @Nullable Instant later(
            ChannelAccount account,
            AccountPaces.Open open,
            Map<ChannelAccountId, Integer> rooms,
            Map<ChannelAccountId, Integer> asked,
            Instant now) {
        var view = open.of(account.id());
        if (view.isEmpty()) {
            return null;
        }
        int more = asked.getOrDefault(account.id(), 0);
        int already = open.madeToday(account.id(), Pace.Paced.ADD) + more;
        if (already < view.get().pace().of(Pace.Paced.ADD) && more < rooms.getOrDefault(account.id(), 0)) {
            asked.merge(account.id(), 1, Integer::sum);
            return null;
        }
        var zone = view.get().zone();
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private List<Candidate> planned(
            BrandId brand, Program program, List<Invitee> invitees, AccountPaces.Open open, Instant now) {
        Instant until = now.plus(program.answerWithin());
        var outcomes = program.kind() == Program.Kind.GRADUATION
                ? plan.plan(
                        brand,
                        invitees.stream()
                                .map(each -> request(program, each.candidate(), until))
                                .toList())
                : List.<SendOutcome>of();
        var after = new ArrayList<Candidate>();
        var made = new ArrayList<Task>();
        for (int i = 0; i < invitees.size(); i++) {
            var each = invitees.get(i);
            var outcome = outcomes.isEmpty() ? null : outcomes.get(i);
            var reason = outcome == null ? null : refusal(outcome);
            SendId send = outcome == null ? null : outcome.send();
            if (reason != null) {
                after.add(each.candidate().refused(reason, send, now));
            } else {
                Task task = task(brand, program, each, open, until, now);
                made.add(task);
                after.add(each.candidate().invited(new Candidate.Invitation(send, task.id(), now, until), now));
            }
        }
        tasks.add(brand, made);
        return after;
    }

    private static SendRequest request(Program program, Candidate candidate, Instant until) {
        return new SendRequest(
                null,
                false,
                candidate.customer(),
                null,
                ContactClass.MARKETING,
                SendRequest.PRIVATE_CHAT,
                program.material(),
                false,
                until);
    }

    private static @Nullable String refusal(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Planned _, SendOutcome.Deferred _, SendOutcome.ByTask _ -> null;
            case SendOutcome.Refused(var _, var reason, var _) -> reason;
            case SendOutcome.Expired(var _, var reason) -> reason;
            case SendOutcome.Control _ -> throw new IllegalStateException("nobody was held out of a message");
        };
    }

    /// Whoever can be asked is asked; whoever can't comes with the code.
    private Task task(
            BrandId brand, Program program, Invitee each, AccountPaces.Open open, Instant until, Instant now) {
        var reach = each.reach();
        var way = each.way();
        String name = reach == null ? null : reach.nickname();
        String token = Objects.requireNonNull(each.candidate().token());
        Deed deed = way == null
                ? new Deed.Accept(name, token)
                : new Deed.Add(name, Objects.requireNonNull(WAYS.get(way.type())), way.value(), null);
        if (way != null && open.take(each.account().id(), Pace.Paced.ADD).isPresent()) {
            throw new IllegalStateException("an account's pace was there a moment ago");
        }
        var link = reach == null ? null : reach.link();
        int orders = link == null ? 0 : link.names().orders();
        var about = new HandTasks.About(
                each.candidate().customer(), null, null, orders, program.kind().name(), now, until);
        return hands.task(brand, each.account(), about, deed, now);
    }
}
