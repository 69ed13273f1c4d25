package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Makes customers known by their identities, or finds those that are known; up to 500 at once. What is said about a
/// person is kept for a new customer only.
public final class RegisterCustomer {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final ResolveCustomers resolve;
    private final Customers customers;

    public RegisterCustomer(UnitOfWork work, BrandClock clock, ResolveCustomers resolve, Customers customers) {
        this.work = work;
        this.clock = clock;
        this.resolve = resolve;
        this.customers = customers;
    }

    /// Who is made known.
    public record Command(BrandId brand, List<Claim> claims) {
        public Command {
            claims = List.copyOf(claims);
        }
    }

    /// What came of one claim.
    public sealed interface Outcome {
        /// A new customer.
        record Created(Customer customer) implements Outcome {}

        /// A customer that was known; identities that were not are its own now, or noted as conflicts.
        record Found(Customer customer) implements Outcome {}

        /// An external user id that the platform never told us of.
        record UnknownContact(IdentityKey key) implements Outcome {}
    }

    /// One outcome per claim, in their order.
    ///
    /// @throws IdentityTaken if somebody else brought the same identity at the same time; try again
    public List<Outcome> handle(Command command) {
        return work.inTransaction(() -> register(command));
    }

    private List<Outcome> register(Command command) {
        var brand = command.brand();
        var resolutions = resolve.resolve(brand, command.claims(), clock.now(brand));
        var ids = new ArrayList<CustomerId>();
        for (Resolution resolution : resolutions) {
            if (resolution instanceof Resolution.Found found) {
                ids.add(found.customer());
            }
        }
        var byId = customers.findAll(brand, ids).stream().collect(Collectors.toMap(Customer::id, one -> one));
        return resolutions.stream()
                .map(resolution -> switch (resolution) {
                    case Resolution.Unknown unknown -> (Outcome) new Outcome.UnknownContact(unknown.key());
                    case Resolution.Found found -> {
                        var customer = Objects.requireNonNull(byId.get(found.customer()));
                        yield found.created() ? new Outcome.Created(customer) : new Outcome.Found(customer);
                    }
                })
                .toList();
    }
}
