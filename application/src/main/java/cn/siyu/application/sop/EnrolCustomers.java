package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.sop.Enroller.Entry;
import cn.siyu.application.sop.Enroller.Newcomer;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Audiences.Question;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopVersionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts customers into an active SOP by hand, with an answer for each. Who was in it before may
/// come in again; who is in it stays where he is.
public final class EnrolCustomers {
    /// As many customers as one call takes.
    public static final int MOST = 500;

    private final Sops sops;
    private final Definitions definitions;
    private final Customers customers;
    private final Audiences audiences;
    private final Enroller enroller;
    private final Brands brands;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public EnrolCustomers(
            Sops sops,
            Definitions definitions,
            Customers customers,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.sops = sops;
        this.definitions = definitions;
        this.customers = customers;
        this.audiences = audiences;
        this.enroller = enroller;
        this.brands = brands;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// Who is to be put in where. Customers that the caller does not see are answered as if they
    /// were not there.
    ///
    /// @param customers at most [#MOST]
    public record Command(Caller caller, PublicId sop, List<PublicId> customers) {
        public Command {
            customers = List.copyOf(customers);
            if (customers.size() > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " customers in one call");
            }
        }

        BrandId brand() {
            return caller.brand();
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// An answer for each customer, in the order of the command.
        record Answered(Map<PublicId, Answer> answers) implements Outcome {}

        /// There is no such SOP.
        record Unknown() implements Outcome {}

        /// It isn't active.
        record NotActive(Sop.State state) implements Outcome {}
    }

    /// What came of one customer.
    public sealed interface Answer {
        /// Is in it now.
        record Enrolled(Enrolment enrolment) implements Answer {}

        /// Was in it already.
        record AlreadyIn() implements Answer {}

        /// Isn't in its audience.
        record NotInAudience() implements Answer {}

        /// Isn't there, or isn't the caller's to see.
        record Unknown() implements Answer {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> {
            var found = sops.byPublicId(command.brand(), command.sop());
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var sop = found.get();
            return sop.state() == Sop.State.ACTIVE
                    ? new Outcome.Answered(enrol(command, sop))
                    : new Outcome.NotActive(sop.state());
        });
    }

    private Map<PublicId, Answer> enrol(Command command, Sop sop) {
        Instant now = clock.now(command.brand());
        ZoneId zone = brands.find(command.brand()).orElseThrow().zone();
        SopVersionId version = Objects.requireNonNull(sop.activeVersion());
        var definition = Objects.requireNonNull(
                definitions.of(command.brand(), Set.of(version)).get(version));
        var wanted = new LinkedHashSet<>(command.customers());
        Map<PublicId, CustomerId> numbers = seen(command.caller(), wanted);
        List<Customer> known = inOrder(wanted, customers.findAll(command.brand(), numbers.values()));
        Set<CustomerId> members = members(command.brand(), definition, known, new AsOf(now, zone));
        List<Newcomer> newcomers = known.stream()
                .filter(each -> members.contains(each.id()))
                .map(each ->
                        new Newcomer(each.id(), each.publicId(), null, Objects.requireNonNullElse(each.zone(), zone)))
                .toList();
        var entry = new Entry(sop, version, definition, Enrolment.Origin.MANUAL, now);
        Map<CustomerId, Enrolment> begun = enroller.enrol(command.brand(), entry, newcomers).stream()
                .collect(Collectors.toMap(Enrolment::customer, each -> each));
        return answers(wanted, numbers, members, begun);
    }

    private Map<PublicId, CustomerId> seen(Caller caller, Set<PublicId> wanted) {
        Map<PublicId, CustomerId> numbers = new HashMap<>(customers.byPublicIds(caller.brand(), wanted));
        var sight = sights.of(caller);
        if (!sight.everything()) {
            numbers.values().retainAll(audiences.seen(caller.brand(), numbers.values(), sight));
        }
        return numbers;
    }

    private static List<Customer> inOrder(Set<PublicId> wanted, List<Customer> found) {
        Map<PublicId, Customer> byId = new HashMap<>();
        found.forEach(each -> byId.put(each.publicId(), each));
        List<Customer> ordered = new ArrayList<>();
        for (PublicId id : wanted) {
            var customer = byId.get(id);
            if (customer != null) {
                ordered.add(customer);
            }
        }
        return ordered;
    }

    private Set<CustomerId> members(BrandId brand, SopDefinition definition, List<Customer> known, AsOf asOf) {
        List<CustomerId> ids = known.stream().map(Customer::id).toList();
        var audience = definition.audience();
        return audience == null || ids.isEmpty()
                ? Set.copyOf(ids)
                : audiences
                        .members(brand, List.of(new Question(audience, ids)), asOf)
                        .getFirst();
    }

    private static Map<PublicId, Answer> answers(
            Set<PublicId> wanted,
            Map<PublicId, CustomerId> numbers,
            Set<CustomerId> members,
            Map<CustomerId, Enrolment> begun) {
        var answers = new LinkedHashMap<PublicId, Answer>();
        for (PublicId id : wanted) {
            answers.put(id, answer(numbers.get(id), members, begun));
        }
        return answers;
    }

    private static Answer answer(@Nullable CustomerId id, Set<CustomerId> members, Map<CustomerId, Enrolment> begun) {
        if (id == null) {
            return new Answer.Unknown();
        }
        if (!members.contains(id)) {
            return new Answer.NotInAudience();
        }
        var enrolment = begun.get(id);
        return enrolment == null ? new Answer.AlreadyIn() : new Answer.Enrolled(enrolment);
    }
}
