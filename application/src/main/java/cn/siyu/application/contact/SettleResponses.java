package cn.siyu.application.contact;

import cn.siyu.application.contact.port.IgnoredEvidence;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.Responses.Status;
import cn.siyu.application.contact.port.Responses.Window;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.application.trust.TrustPolicies;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.ResponseLog;
import cn.siyu.domain.contact.SendResponse;
import cn.siyu.domain.contact.SentMarketing;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.evidence.IgnoredStreak;
import cn.siyu.domain.trust.evidence.ObservedSend;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Derives, for some customers, how every response window stands, the ignored streak, and the
/// evidence that follows: each time from the whole log, so that it doesn't matter in which order
/// things came to light.
public final class SettleResponses {
    /// What lies further back changes nothing any more.
    private static final Duration MEMORY = Duration.ofDays(400);

    private final Responses responses;
    private final Persons persons;
    private final Ledgers ledgers;
    private final IgnoredEvidence evidence;
    private final TrustPolicies trust;
    private final Rules rules;

    public SettleResponses(
            Responses responses,
            Ledgers ledgers,
            IgnoredEvidence evidence,
            TrustPolicies trust,
            Rules rules,
            Persons persons) {
        this.persons = persons;
        this.trust = trust;
        this.responses = responses;
        this.ledgers = ledgers;
        this.evidence = evidence;
        this.rules = rules;
    }

    /// Customers turned out to be one person, or not to be: how long each has been silent follows
    /// anew. Inside the caller's transaction.
    public void regrouped(BrandId brand, Collection<CustomerId> customers, Instant now) {
        settle(brand, customers, now);
    }

    /// Inside the caller's transaction.
    void settle(BrandId brand, Collection<CustomerId> customers, Instant now) {
        var people = persons.births(brand, persons.distinct(brand, customers));
        var open = ledgers.lock(brand, people.keySet(), List.of());
        var births = people.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var whose = new HashMap<CustomerId, CustomerId>();
        people.forEach((person, theirs) -> theirs.forEach(birth -> whose.put(birth, person)));
        Map<CustomerId, List<Window>> windows = responses.windows(brand, births, now.minus(MEMORY)).stream()
                .sorted(Comparator.comparing(Window::deliveredAt)
                        .thenComparingLong(window -> window.send().value()))
                .collect(Collectors.groupingBy(window -> Objects.requireNonNull(whose.get(window.customer()))));
        var answers = new HashMap<CustomerId, List<Instant>>();
        responses
                .answers(brand, births, now.minus(MEMORY))
                .forEach((birth, at) -> answers.computeIfAbsent(
                                Objects.requireNonNull(whose.get(birth)), _ -> new ArrayList<>())
                        .addAll(at));
        Duration length = rules.at(brand, now).contact().responseWindow();
        var rule = trust.inForce(brand, now).streak();
        List<Window> changed = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<EvidenceFact> given = new ArrayList<>();
        windows.forEach((customer, sent) -> {
            var acted = new TreeSet<>(answers.getOrDefault(customer, List.of()));
            var log = ResponseLog.of(marketing(sent), acted, length, now);
            Map<Long, SendResponse> said = new HashMap<>();
            log.entries().forEach(entry -> said.put(entry.send().id(), entry.response()));
            for (Window before : sent) {
                var after = derive(before, said.get(before.send().value()), acted, length, now);
                if (!after.equals(before)) {
                    changed.add(after);
                }
            }
            var change =
                    IgnoredStreak.of(written(sent), rule, now).changeTo(IgnoredStreak.of(log.observed(), rule, now));
            change.retract().forEach(piece -> taken.add(piece.evidenceId().value()));
            change.emit().forEach(piece -> given.add(fact(sent, piece, now)));
            open.streak(customer, log.ignoredInARow());
        });
        responses.write(brand, changed);
        open.close();
        evidence.retract(brand, taken);
        evidence.record(brand, given);
    }

    private static List<SentMarketing> marketing(List<Window> sent) {
        return sent.stream()
                .filter(window -> window.contactClass() == ContactClass.MARKETING)
                .map(window -> new SentMarketing(window.send().value(), window.deliveredAt(), window.observed()))
                .toList();
    }

    /// @param said what the streak says; null for a send that doesn't count for it
    private static Window derive(
            Window window, @Nullable SendResponse said, NavigableSet<Instant> acted, Duration length, Instant now) {
        Instant closes = window.deliveredAt().plus(length);
        Instant first = acted.ceiling(window.deliveredAt());
        Instant answeredAt = first != null && first.isBefore(closes) ? first : null;
        var response = said == null ? ofService(window, answeredAt, closes, now) : said;
        return switch (response) {
            case SendResponse.Answered _ -> window.standing(Status.ANSWERED, closes, answeredAt, null);
            case SendResponse.Open _ -> window.standing(Status.OPEN, closes, null, null);
            case SendResponse.Unobserved _ -> window.standing(Status.UNOBSERVED, closes, null, null);
            case SendResponse.Ignored(int position) ->
                window.standing(Status.IGNORED, closes, null, said == null ? null : position);
        };
    }

    private static SendResponse ofService(Window window, @Nullable Instant answeredAt, Instant closes, Instant now) {
        if (answeredAt != null) {
            return new SendResponse.Answered();
        }
        if (now.isBefore(closes)) {
            return new SendResponse.Open();
        }
        return window.observed() ? new SendResponse.Ignored(1) : new SendResponse.Unobserved();
    }

    /// The marketing sends as they were written down, but for those whose window was open.
    private static List<ObservedSend> written(List<Window> sent) {
        List<ObservedSend> written = new ArrayList<>();
        for (Window window : sent) {
            if (window.contactClass() == ContactClass.MARKETING && window.status() != Status.OPEN) {
                var response = switch (window.status()) {
                    case ANSWERED -> ObservedSend.Response.ANSWERED;
                    case UNOBSERVED -> ObservedSend.Response.UNOBSERVED;
                    case IGNORED, OPEN -> ObservedSend.Response.SILENT;
                };
                written.add(new ObservedSend(window.send().value(), window.deliveredAt(), response));
            }
        }
        return written;
    }

    private static EvidenceFact fact(List<Window> sent, IgnoredStreak.Ignored piece, Instant now) {
        var window = sent.stream()
                .filter(one -> one.send().value() == piece.send())
                .findFirst()
                .orElseThrow();
        return new EvidenceFact(
                EvidenceKind.IGNORED.code(),
                window.customer(),
                window.relationship(),
                piece.at(),
                now,
                piece.multiplicity(),
                piece.evidenceId().value());
    }
}
