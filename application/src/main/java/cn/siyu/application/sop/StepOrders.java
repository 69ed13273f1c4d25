package cn.siyu.application.sop;

import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PersonaVoices;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Orders the tasks (待办) that the steps of a chunk ask for. They go to whoever holds the account
/// of the relationship; without a live one nobody can do them, and there are none. Who is held out
/// causes none. What the persona (人设) of the account has come to forbid since the SOP was
/// published isn't laid down: the person is told, and finds other words.
public final class StepOrders {
    private final Reachability reachability;
    private final ChannelAccounts accounts;
    private final CheckPersona personas;
    private final StepTasks tasks;

    public StepOrders(Reachability reachability, ChannelAccounts accounts, CheckPersona personas, StepTasks tasks) {
        this.reachability = reachability;
        this.accounts = accounts;
        this.personas = personas;
        this.tasks = tasks;
    }

    /// Orders what task steps ask for. Inside the caller's transaction.
    void carryOut(BrandId brand, List<DueStep> due, Instant now) {
        List<DueStep> treated =
                due.stream().filter(each -> !each.enrolment().control()).toList();
        if (treated.isEmpty()) {
            return;
        }
        Map<Wanted, Reach> reaches = reachability.of(
                brand,
                treated.stream().map(each -> StepTags.wanted(each.enrolment())).collect(Collectors.toSet()));
        Map<CustomerId, LastOrder> lastOrders = lastOrders(brand, treated);
        Map<ChannelAccountId, StaffId> holders = holders(brand, reaches);
        var voices = personas.voices(brand);
        List<StepTasks.Order> orders = new ArrayList<>();
        for (DueStep each : treated) {
            var reach = reaches.get(StepTags.wanted(each.enrolment()));
            var link = StepTags.live(reach);
            var staff = link == null ? null : holders.get(link.account());
            // who was put on the blacklist (黑名单) and enrolled since is not called either
            if (reach != null && !reach.blacklisted() && link != null && staff != null) {
                var step = (Step.Task) each.definition().steps().get(each.step());
                var words = words(
                        TaskScript.write(step.script(), reach, link, lastOrders.get(reach.customer())), link, voices);
                orders.add(new StepTasks.Order(
                        each.enrolment().id(),
                        each.step(),
                        reach.customer(),
                        link.relationship(),
                        new StepTasks.Place(
                                link.account(),
                                link.sender().channel(),
                                link.names().orders()),
                        staff,
                        step.kind(),
                        step.title(),
                        words.script(),
                        words.hint(),
                        now.plus(step.dueIn()),
                        now.plus(step.expiresIn())));
            }
        }
        tasks.order(brand, orders, now);
    }

    /// What a person is given to say.
    private record Words(@Nullable String script, @Nullable String hint) {}

    private static Words words(@Nullable String script, Reach.Link link, PersonaVoices voices) {
        List<String> claims = script == null ? List.of() : voices.forbidden(link.account(), script);
        return claims.isEmpty()
                ? new Words(script, null)
                : new Words(null, "原话术含人设禁用语（" + String.join("、", claims) + "），请换一种说法。");
    }

    private Map<CustomerId, LastOrder> lastOrders(BrandId brand, List<DueStep> due) {
        Set<CustomerId> asked = due.stream()
                .filter(each -> each.definition().steps().get(each.step()) instanceof Step.Task task
                        && TaskScript.tellsOfOrders(task.script()))
                .map(each -> each.enrolment().customer())
                .collect(Collectors.toSet());
        return asked.isEmpty() ? Map.of() : reachability.lastOrders(brand, asked);
    }

    private Map<ChannelAccountId, StaffId> holders(BrandId brand, Map<Wanted, Reach> reaches) {
        Set<ChannelAccountId> ids = reaches.values().stream()
                .map(StepTags::live)
                .filter(Objects::nonNull)
                .map(Reach.Link::account)
                .collect(Collectors.toSet());
        Map<ChannelAccountId, StaffId> holders = new HashMap<>();
        for (ChannelAccount account : accounts.findAll(brand, ids)) {
            holders.put(account.id(), account.staff());
        }
        return holders;
    }
}
