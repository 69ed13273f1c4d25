package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets candidates be looked at again when something happened to their customer: a wish, a new
/// contact, or who they are.
public final class GraduationWitness implements CustomerWitness {
    private final Candidates candidates;
    private final Persons persons;
    private final BrandClock clock;

    public GraduationWitness(Candidates candidates, Persons persons, BrandClock clock) {
        this.candidates = candidates;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        changed(brand, List.of(new Change(before, after)));
    }

    @Override
    public void changed(BrandId brand, List<Change> changes) {
        var begun = new LinkedHashSet<CustomerId>();
        for (Change change : changes) {
            var before = change.before();
            if (change.after().live() && (before == null || !before.live())) {
                begun.add(change.after().customer());
            }
        }
        touch(brand, begun);
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        var people = new LinkedHashSet<CustomerId>();
        regrouped.forEach(one -> people.add(one.is()));
        touch(brand, people);
    }

    @Override
    public void optedOut(BrandId brand, OptOut optOut) {
        touch(brand, List.of(optOut.customer()));
    }

    @Override
    public void barred(BrandId brand, CustomerId customer) {
        touch(brand, List.of(customer));
    }

    /// Customers were put on the blacklist (黑名单).
    public void blacklisted(BrandId brand, Collection<CustomerId> customers) {
        touch(brand, customers);
    }

    private void touch(BrandId brand, Collection<CustomerId> customers) {
        if (!customers.isEmpty()) {
            var births = new LinkedHashSet<CustomerId>();
            persons.births(brand, customers).values().forEach(births::addAll);
            candidates.touch(brand, births, clock.now(brand));
        }
    }
}
