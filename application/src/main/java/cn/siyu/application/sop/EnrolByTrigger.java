package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.sop.Enroller.Entry;
import cn.siyu.application.sop.Enroller.Newcomer;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Audiences.Question;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts a customer into the SOPs that an event triggers. Inside the caller's transaction.
public final class EnrolByTrigger {
    /// An event that comes to light later than this triggers nothing: whoever became a contact long
    /// ago, as in a first synchronisation, is not to be welcomed now.
    public static final Duration FRESH = Duration.ofDays(1);

    private final Sops sops;
    private final Definitions definitions;
    private final Enrolments enrolments;
    private final Customers customers;
    private final Audiences audiences;
    private final Enroller enroller;
    private final Brands brands;
    private final BrandClock clock;

    public EnrolByTrigger(
            Sops sops,
            Definitions definitions,
            Enrolments enrolments,
            Customers customers,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            BrandClock clock) {
        this.sops = sops;
        this.definitions = definitions;
        this.enrolments = enrolments;
        this.customers = customers;
        this.audiences = audiences;
        this.enroller = enroller;
        this.brands = brands;
        this.clock = clock;
    }

    private record Triggered(Sop sop, SopVersionId version, SopDefinition definition) {}

    /// A customer became a contact.
    ///
    /// @param contactWay the contact way (联系我) that led there; null if none of ours did
    /// @param addedAt when; the enrolment begins now
    /// @return the enrolments that began
    public List<Enrolment> relationshipAdded(
            BrandId brand,
            RelationshipId relationship,
            CustomerId customer,
            @Nullable ContactWayId contactWay,
            Instant addedAt) {
        Instant now = clock.now(brand);
        if (addedAt.plus(FRESH).isBefore(now)) {
            return List.of();
        }
        List<Triggered> triggered = triggered(brand, contactWay);
        if (triggered.isEmpty()) {
            return List.of();
        }
        var found = customers.find(brand, customer);
        return found.isEmpty() ? List.of() : enrol(brand, relationship, found.get(), triggered, now);
    }

    private List<Triggered> triggered(BrandId brand, @Nullable ContactWayId contactWay) {
        List<Sop> active = sops.active(brand);
        Map<SopVersionId, SopDefinition> known = definitions.of(
                brand,
                active.stream()
                        .map(sop -> Objects.requireNonNull(sop.activeVersion()))
                        .collect(Collectors.toSet()));
        List<Triggered> triggered = new ArrayList<>();
        for (Sop sop : active) {
            SopVersionId version = Objects.requireNonNull(sop.activeVersion());
            var definition = Objects.requireNonNull(known.get(version));
            if (definition.trigger() instanceof Trigger.RelationshipAdded added && added.takes(contactWay)) {
                triggered.add(new Triggered(sop, version, definition));
            }
        }
        return triggered;
    }

    private List<Enrolment> enrol(
            BrandId brand, RelationshipId relationship, Customer customer, List<Triggered> triggered, Instant now) {
        var zone = brands.find(brand).orElseThrow().zone();
        List<Triggered> fitting = fitting(brand, customer.id(), triggered, new AsOf(now, zone));
        var newcomer = new Newcomer(
                customer.id(), customer.publicId(), relationship, Objects.requireNonNullElse(customer.zone(), zone));
        Map<SopId, Instant> last = enrolments.lastEnrolled(brand, customer.id());
        List<Enrolment> begun = new ArrayList<>();
        for (Triggered each : fitting) {
            if (mayEnter(each, last.get(each.sop().id()), now)) {
                var entry = new Entry(
                        each.sop(), each.version(), each.definition(), Enrolment.Origin.RELATIONSHIP_ADDED, now);
                begun.add(enroller.begin(entry, newcomer));
            }
        }
        return enroller.add(brand, begun);
    }

    private List<Triggered> fitting(BrandId brand, CustomerId customer, List<Triggered> triggered, AsOf asOf) {
        List<Triggered> asked = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Triggered each : triggered) {
            Expression audience = each.definition().audience();
            if (audience != null) {
                asked.add(each);
                questions.add(new Question(audience, List.of(customer)));
            }
        }
        if (asked.isEmpty()) {
            return triggered;
        }
        List<Set<CustomerId>> answers = audiences.members(brand, questions, asOf);
        List<Triggered> fitting = new ArrayList<>(triggered);
        for (int i = 0; i < asked.size(); i++) {
            if (!answers.get(i).contains(customer)) {
                fitting.remove(asked.get(i));
            }
        }
        return fitting;
    }

    private static boolean mayEnter(Triggered each, @Nullable Instant last, Instant now) {
        return last == null
                || each.definition()
                        .trigger()
                        .reentry()
                        .filter(after -> !last.plus(after).isAfter(now))
                        .isPresent();
    }
}
