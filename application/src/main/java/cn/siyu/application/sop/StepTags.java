package cn.siyu.application.sop;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.application.customer.port.Tags.Noted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries out the tag steps (打标签) of a chunk. Tags are set on the live relationship, and the
/// channel is told; on the customer as a whole if there is none. Who is held out gets none.
public final class StepTags {
    private static final String RULE = "RULE";

    private final Reachability reachability;
    private final Tags tags;
    private final ChannelCommands commands;
    private final IdSource ids;

    public StepTags(Reachability reachability, Tags tags, ChannelCommands commands, IdSource ids) {
        this.reachability = reachability;
        this.tags = tags;
        this.commands = commands;
        this.ids = ids;
    }

    /// One contact as the channel knows it.
    private record Contact(ChannelAccountId account, String contactId) {}

    private record Told(Set<TagId> add, Set<TagId> remove) {}

    /// Inside the caller's transaction.
    void carryOut(BrandId brand, List<DueStep> due, Instant now) {
        List<DueStep> treated =
                due.stream().filter(each -> !each.enrolment().control()).toList();
        if (treated.isEmpty()) {
            return;
        }
        Map<Wanted, Reach> reaches = reachability.of(
                brand, treated.stream().map(each -> wanted(each.enrolment())).collect(Collectors.toSet()));
        Map<Assignment, Boolean> wanted = new LinkedHashMap<>();
        Map<Assignment, Contact> contacts = new LinkedHashMap<>();
        for (DueStep each : treated) {
            var link = live(reaches.get(wanted(each.enrolment())));
            var step = (Step.Tag) each.definition().steps().get(each.step());
            assign(each, step.add(), true, link, wanted, contacts);
            assign(each, step.remove(), false, link, wanted, contacts);
        }
        var set = tags.set(brand, those(wanted, true), RULE, now);
        var unset = tags.unset(brand, those(wanted, false));
        note(brand, set, unset, now);
        tell(brand, set, unset, contacts, now);
    }

    static Wanted wanted(Enrolment enrolment) {
        return new Wanted(enrolment.customer(), enrolment.relationship());
    }

    static Reach.@Nullable Link live(@Nullable Reach reach) {
        var link = reach == null ? null : reach.link();
        return link != null && link.live() ? link : null;
    }

    /// The later step of two about one tag of one customer has the last word.
    private static void assign(
            DueStep each,
            Set<TagId> tags,
            boolean set,
            Reach.@Nullable Link link,
            Map<Assignment, Boolean> wanted,
            Map<Assignment, Contact> contacts) {
        tags.stream().sorted((a, b) -> Long.compare(a.value(), b.value())).forEach(tag -> {
            var assignment = new Assignment(each.enrolment().customer(), tag, link == null ? null : link.account());
            wanted.put(assignment, set);
            if (link != null) {
                contacts.put(assignment, new Contact(link.account(), link.recipient()));
            }
        });
    }

    private static List<Assignment> those(Map<Assignment, Boolean> wanted, boolean set) {
        return wanted.entrySet().stream()
                .filter(each -> each.getValue() == set)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void note(BrandId brand, Set<Assignment> set, Set<Assignment> unset, Instant now) {
        List<Noted> changes = new ArrayList<>();
        set.forEach(each -> changes.add(new Noted(ids.next(), each, true, RULE, now)));
        unset.forEach(each -> changes.add(new Noted(ids.next(), each, false, RULE, now)));
        tags.note(brand, changes);
    }

    private void tell(
            BrandId brand, Set<Assignment> set, Set<Assignment> unset, Map<Assignment, Contact> contacts, Instant now) {
        Map<Contact, Told> told = new LinkedHashMap<>();
        set.stream()
                .filter(contacts::containsKey)
                .forEach(each -> of(told, contacts, each).add().add(each.tag()));
        unset.stream()
                .filter(contacts::containsKey)
                .forEach(each -> of(told, contacts, each).remove().add(each.tag()));
        Map<Long, ChannelCommand> queued = new LinkedHashMap<>();
        told.forEach((contact, change) -> queued.put(
                ids.next(),
                new ChannelCommand.MarkTags(contact.account(), contact.contactId(), change.add(), change.remove())));
        commands.addAll(brand, queued, now);
    }

    private static Told of(Map<Contact, Told> told, Map<Assignment, Contact> contacts, Assignment each) {
        return told.computeIfAbsent(
                Objects.requireNonNull(contacts.get(each)), _ -> new Told(new HashSet<>(), new HashSet<>()));
    }
}
