package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Changes what is known about a customer, and whether the customer is blacklisted (黑名单): then
/// never contacted, whatever the reason. Who says why says it to [KeepBlacklist].
public final class ChangeCustomer {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final Customers customers;
    private final MarkBlacklisted blacklist;

    public ChangeCustomer(UnitOfWork work, BrandClock clock, Customers customers, MarkBlacklisted blacklist) {
        this.work = work;
        this.clock = clock;
        this.customers = customers;
        this.blacklist = blacklist;
    }

    /// The customer as it shall be.
    ///
    /// @param version which one is changed; null: whichever there is
    /// @param by the API key that asks for it; null: nobody said
    public record Command(
            BrandId brand,
            PublicId customer,
            @Nullable Integer version,
            @Nullable String nickname,
            Customer.Gender gender,
            @Nullable ZoneId zone,
            boolean blacklisted,
            @Nullable Caller by) {
        /// Where nobody said who asks for it.
        public Command(
                BrandId brand,
                PublicId customer,
                @Nullable Integer version,
                @Nullable String nickname,
                Customer.Gender gender,
                @Nullable ZoneId zone,
                boolean blacklisted) {
            this(brand, customer, version, nickname, gender, zone, blacklisted, null);
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The customer as it is now.
        record Changed(Customer customer) implements Outcome {}

        /// There is no such customer.
        record CustomerUnknown() implements Outcome {}

        /// Somebody else changed it; this is the version there is.
        record Stale(int version) implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> customers
                .byPublicId(command.brand(), command.customer())
                .map(was -> change(command, was))
                .orElseGet(Outcome.CustomerUnknown::new));
    }

    private Outcome change(Command command, Customer was) {
        if (command.version() != null && command.version() != was.version()) {
            return new Outcome.Stale(was.version());
        }
        var is = changed(command, was, clock.now(command.brand()));
        customers.replace(command.brand(), is);
        if (command.blacklisted() != was.blacklisted()) {
            blacklist.mark(command.brand(), is.id(), command.blacklisted(), command.by());
        }
        return new Outcome.Changed(
                customers.byPublicId(command.brand(), command.customer()).orElseThrow());
    }

    private static Customer changed(Command command, Customer was, Instant now) {
        return new Customer(
                was.id(),
                was.publicId(),
                command.nickname(),
                command.gender(),
                command.zone(),
                was.blacklisted(),
                was.version() + 1,
                was.createdAt(),
                now);
    }
}
