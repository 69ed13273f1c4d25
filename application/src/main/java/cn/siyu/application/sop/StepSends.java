package cn.siyu.application.sop;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.SendOutcome;
import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.contact.port.SendOrigin;
import cn.siyu.application.sop.AdvanceEnrolments.Done;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Audiences.Question;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.application.sop.port.Waves.Counts;
import cn.siyu.application.sop.port.Waves.Wave;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.WaveId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Carries out the sends (发送) of a chunk: who has left the audience is left out, the others are
/// put into waves and planned in one go.
public final class StepSends {
    private final Audiences audiences;
    private final Waves waves;
    private final PlanSends plan;
    private final Brands brands;
    private final IdSource ids;

    public StepSends(Audiences audiences, Waves waves, PlanSends plan, Brands brands, IdSource ids) {
        this.audiences = audiences;
        this.waves = waves;
        this.plan = plan;
        this.brands = brands;
        this.ids = ids;
    }

    /// Inside the caller's transaction.
    Done carryOut(BrandId brand, List<DueStep> due, Instant now) {
        if (due.isEmpty()) {
            return new Done(Map.of(), Set.of());
        }
        Map<Waves.Key, WaveId> opened = waves.open(brand, waves(due, now));
        Set<EnrolmentId> left = left(brand, due, now);
        List<DueStep> staying = due.stream()
                .filter(each -> !left.contains(each.enrolment().id()))
                .toList();
        List<SendOutcome> outcomes = plan.plan(
                brand, staying.stream().map(each -> request(each, opened)).toList());
        waves.count(brand, counts(due, left, staying, outcomes, opened));
        return new Done(deferred(staying, outcomes), left);
    }

    private static Waves.Key key(DueStep each) {
        return new Waves.Key(
                each.enrolment().version(), each.step(), each.dueAt().truncatedTo(ChronoUnit.MINUTES));
    }

    private List<Wave> waves(List<DueStep> due, Instant now) {
        Map<Waves.Key, Wave> wanted = new LinkedHashMap<>();
        for (DueStep each : due) {
            wanted.computeIfAbsent(key(each), key -> {
                long id = ids.next();
                return new Wave(
                        new WaveId(id), ids.publicId(id, now), each.enrolment().sop(), key, now);
            });
        }
        return List.copyOf(wanted.values());
    }

    private Set<EnrolmentId> left(BrandId brand, List<DueStep> due, Instant now) {
        Map<Expression, Set<CustomerId>> asked = new LinkedHashMap<>();
        for (DueStep each : due) {
            var audience = each.definition().audience();
            if (audience != null) {
                asked.computeIfAbsent(audience, _ -> new LinkedHashSet<>())
                        .add(each.enrolment().customer());
            }
        }
        if (asked.isEmpty()) {
            return Set.of();
        }
        List<Question> questions = new ArrayList<>();
        asked.forEach((audience, customers) -> questions.add(new Question(audience, customers)));
        var asOf = new AsOf(now, brands.find(brand).orElseThrow().zone());
        List<Set<CustomerId>> answers = audiences.members(brand, questions, asOf);
        Map<Expression, Set<CustomerId>> members = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            members.put(questions.get(i).audience(), answers.get(i));
        }
        Set<EnrolmentId> left = new HashSet<>();
        for (DueStep each : due) {
            var audience = each.definition().audience();
            if (audience != null
                    && !Objects.requireNonNull(members.get(audience))
                            .contains(each.enrolment().customer())) {
                left.add(each.enrolment().id());
            }
        }
        return left;
    }

    static Step.Send step(DueStep each) {
        return (Step.Send) each.definition().steps().get(each.step());
    }

    private static SendRequest request(DueStep each, Map<Waves.Key, WaveId> opened) {
        var enrolment = each.enrolment();
        var send = step(each);
        var origin = new SendOrigin(
                enrolment.id().value(),
                enrolment.sop().value(),
                enrolment.version().value(),
                each.step(),
                Objects.requireNonNull(opened.get(key(each))).value());
        return new SendRequest(
                origin,
                enrolment.control() && send.contactClass() == ContactClass.MARKETING,
                enrolment.customer(),
                enrolment.relationship(),
                send.contactClass(),
                send.touchpoint(),
                send.material().value(),
                send.winBack(),
                each.dueAt().plus(send.deadline()));
    }

    /// A deferred send is decided again by itself; what follows it waits until then.
    private static Map<EnrolmentId, Instant> deferred(List<DueStep> due, List<SendOutcome> outcomes) {
        Map<EnrolmentId, Instant> over = new HashMap<>();
        for (int i = 0; i < due.size(); i++) {
            if (outcomes.get(i) instanceof SendOutcome.Deferred put) {
                over.put(due.get(i).enrolment().id(), put.until());
            }
        }
        return over;
    }

    private static Map<WaveId, Counts> counts(
            List<DueStep> due,
            Set<EnrolmentId> left,
            List<DueStep> staying,
            List<SendOutcome> outcomes,
            Map<Waves.Key, WaveId> opened) {
        Map<WaveId, Counts> counts = new LinkedHashMap<>();
        for (DueStep each : due) {
            int gone = left.contains(each.enrolment().id()) ? 1 : 0;
            counts.merge(wave(each, opened), new Counts(1, gone, 0, 0, 0, 0, 0, 0), Counts::plus);
        }
        for (int i = 0; i < staying.size(); i++) {
            counts.merge(wave(staying.get(i), opened), counted(outcomes.get(i)), Counts::plus);
        }
        return counts;
    }

    private static WaveId wave(DueStep each, Map<Waves.Key, WaveId> opened) {
        return Objects.requireNonNull(opened.get(key(each)));
    }

    private static Counts counted(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Planned _ -> new Counts(0, 0, 1, 0, 0, 0, 0, 0);
            case SendOutcome.Deferred _ -> new Counts(0, 0, 0, 1, 0, 0, 0, 0);
            case SendOutcome.Refused _ -> new Counts(0, 0, 0, 0, 1, 0, 0, 0);
            case SendOutcome.Expired _ -> new Counts(0, 0, 0, 0, 0, 1, 0, 0);
            case SendOutcome.Control _ -> new Counts(0, 0, 0, 0, 0, 0, 1, 0);
            case SendOutcome.ByTask _ -> new Counts(0, 0, 0, 0, 0, 0, 0, 1);
        };
    }
}
