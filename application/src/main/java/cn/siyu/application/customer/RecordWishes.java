package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records what a customer wants of us: consents (同意), opt-outs (退订) and their ends.
public final class RecordWishes {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final Wishes wishes;
    private final Persons persons;
    private final CustomerWitness witness;

    public RecordWishes(
            UnitOfWork work, BrandClock clock, IdSource ids, Wishes wishes, Persons persons, CustomerWitness witness) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.wishes = wishes;
        this.persons = persons;
        this.witness = witness;
    }

    /// A consent that was given or withdrawn.
    ///
    /// @param at when; null: now
    public record Consent(
            CustomerId customer,
            String purpose,
            boolean granted,
            @Nullable String textVersion,
            @Nullable String evidence,
            @Nullable Instant at) {}

    /// Adds an entry to the ledger: one for each birth customer of the person, so that it stays
    /// with all of them.
    public ConsentRecord consent(BrandId brand, Consent consent) {
        return work.inTransaction(() -> {
            var now = clock.now(brand);
            var births = persons.births(brand, List.of(consent.customer()))
                    .getOrDefault(consent.customer(), List.of(consent.customer()));
            var entries =
                    births.stream().map(birth -> entry(consent, birth, now)).toList();
            wishes.add(brand, entries);
            var entry = entries.getFirst();
            if (!entry.granted()) {
                witness.barred(brand, entry.customer());
            }
            return entry;
        });
    }

    private ConsentRecord entry(Consent consent, CustomerId birth, Instant now) {
        long id = ids.next();
        return new ConsentRecord(
                id,
                ids.publicId(id, now),
                birth,
                consent.purpose(),
                consent.granted(),
                consent.textVersion(),
                consent.evidence(),
                consent.at() == null ? now : consent.at());
    }

    /// Records that a customer wants no contact at a touchpoint, or at `ALL`. Once is enough.
    ///
    /// @return false if that is known
    public boolean optOut(BrandId brand, CustomerId customer, String touchpoint, String source) {
        return work.inTransaction(() -> {
            var optOut = new OptOut(customer, touchpoint, source, clock.now(brand));
            boolean fresh = wishes.optOut(brand, optOut);
            if (fresh) {
                witness.optedOut(brand, optOut);
            }
            return fresh;
        });
    }

    /// Takes an opt-out back.
    ///
    /// @return false if there is none
    public boolean optIn(BrandId brand, CustomerId customer, String touchpoint) {
        return work.inTransaction(() -> wishes.optIn(brand, customer, touchpoint));
    }

    /// The ledger of a customer, oldest first.
    public List<ConsentRecord> consentsOf(BrandId brand, CustomerId customer) {
        return wishes.consentsOf(brand, customer);
    }

    /// The opt-outs of a customer.
    public List<OptOut> optOutsOf(BrandId brand, CustomerId customer) {
        return wishes.optOutsOf(brand, customer);
    }
}
