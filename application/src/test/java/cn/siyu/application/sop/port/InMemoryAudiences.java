package cn.siyu.application.sop.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Evaluation;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.Facts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.Enrolment;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Audiences in memory, over customers and facts that were put in.
public final class InMemoryAudiences implements Audiences {
    private final InMemoryEnrolments enrolments;
    private final Map<Long, Person> people = new TreeMap<>();

    private record Person(BrandId brand, Customer customer, Facts facts) {}

    public InMemoryAudiences(InMemoryEnrolments enrolments) {
        this.enrolments = enrolments;
    }

    /// What is known of a customer from now on.
    public void put(BrandId brand, Customer customer, Facts facts) {
        people.put(customer.id().value(), new Person(brand, customer, facts));
    }

    private boolean is(BrandId brand, CustomerId customer, Expression audience, AsOf asOf) {
        var person = people.get(customer.value());
        return person != null && person.brand().equals(brand) && Evaluation.matches(audience, person.facts(), asOf);
    }

    @Override
    public List<Set<CustomerId>> members(BrandId brand, List<Question> questions, AsOf asOf) {
        return questions.stream()
                .map(question -> question.customers().stream()
                        .filter(customer -> is(brand, customer, question.audience(), asOf))
                        .collect(Collectors.toSet()))
                .toList();
    }

    @Override
    public List<Candidate> candidates(BrandId brand, Wanted wanted, AsOf asOf, long after, int atMost) {
        return people.values().stream()
                .map(Person::customer)
                .filter(each -> each.id().value() > after && is(brand, each.id(), wanted.audience(), asOf))
                .filter(each -> mayEnter(brand, each.id(), wanted))
                .filter(each -> enrolments.serves(wanted.sight(), each.id()))
                .sorted(Comparator.comparingLong(each -> each.id().value()))
                .limit(atMost)
                .map(each -> new Candidate(each.id(), each.publicId(), each.zone()))
                .toList();
    }

    @Override
    public Set<CustomerId> seen(BrandId brand, Collection<CustomerId> customers, Sight sight) {
        return customers.stream().filter(each -> enrolments.serves(sight, each)).collect(Collectors.toSet());
    }

    private boolean mayEnter(BrandId brand, CustomerId customer, Wanted wanted) {
        var before = wanted.enteredBefore();
        List<Enrolment> past = enrolments.all(brand).stream()
                .filter(each -> each.customer().equals(customer) && each.sop().equals(wanted.sop()))
                .toList();
        return before == null
                ? past.isEmpty()
                : past.stream()
                        .noneMatch(each -> each.active() || each.enrolledAt().isAfter(before));
    }
}
