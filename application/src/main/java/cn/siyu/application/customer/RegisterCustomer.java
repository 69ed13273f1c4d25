package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers.Agreement;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.identity.IdentityConflict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes customers known by their identities, or finds those that are known; up to 500 at once.
/// What is said about a person is kept for a new customer only. Identities that belong to different
/// customers are refused and not guessed about.
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

        /// A customer that was known.
        ///
        /// @param grown whether it got an identity that nobody had
        record Found(Customer customer, boolean grown) implements Outcome {}

        /// An external user id that the platform never told us of.
        record UnknownContact(IdentityKey key) implements Outcome {}

        /// The identities can't be one customer's.
        record Conflict(List<Disputed> disputes) implements Outcome {
            public Conflict {
                disputes = List.copyOf(disputes);
            }
        }
    }

    /// An identity that can't belong to the claimed customer.
    ///
    /// @param customer whose it is, or who has as many of its type as a person can have; null if
    ///     that is the claim itself
    public record Disputed(IdentityKey key, @Nullable Customer customer, IdentityConflict.Reason reason) {}

    /// One outcome per claim, in their order.
    ///
    /// @throws IdentityTaken if somebody else brought the same identity at the same time; try again
    public List<Outcome> handle(Command command) {
        return work.inTransaction(() -> join(command));
    }

    /// As [#handle], inside the caller's transaction.
    public List<Outcome> join(Command command) {
        var brand = command.brand();
        var agreements = resolve.agree(brand, command.claims(), clock.now(brand));
        var ids =
                agreements.stream().flatMap(RegisterCustomer::named).distinct().toList();
        var byId = customers.findAll(brand, ids).stream().collect(Collectors.toMap(Customer::id, one -> one));
        return agreements.stream().map(one -> outcome(one, byId)).toList();
    }

    private static Stream<CustomerId> named(Agreement agreement) {
        return switch (agreement) {
            case Agreement.Agreed(Resolution.Found found, var _) -> Stream.of(found.customer());
            case Agreement.Agreed(Resolution.Unknown _, var _), Agreement.Agreed(Resolution.Nobody _, var _) ->
                Stream.of();
            case Agreement.Disputed(var disputes) -> disputes.stream().flatMap(one -> one.customer().stream());
        };
    }

    private static Outcome outcome(Agreement agreement, Map<CustomerId, Customer> byId) {
        return switch (agreement) {
            case Agreement.Agreed(Resolution.Unknown unknown, var _) -> new Outcome.UnknownContact(unknown.key());
            case Agreement.Agreed(Resolution.Nobody nobody, var _) ->
                new Outcome.Conflict(List.of(new Disputed(nobody.key(), null, IdentityConflict.Reason.BLOCKED)));
            case Agreement.Agreed(Resolution.Found found, boolean grown) -> {
                var customer = Objects.requireNonNull(byId.get(found.customer()));
                yield found.created() ? new Outcome.Created(customer) : new Outcome.Found(customer, grown);
            }
            case Agreement.Disputed(var disputes) ->
                new Outcome.Conflict(disputes.stream()
                        .map(one -> new Disputed(
                                one.key(), one.customer().map(byId::get).orElse(null), one.reason()))
                        .toList());
        };
    }
}
