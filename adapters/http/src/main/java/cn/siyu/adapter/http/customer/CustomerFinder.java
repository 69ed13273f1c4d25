package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.id.IdType.Reference;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Finds the customer that a path names, by our id or as `ext:{source}:{member id}`, if the key
/// sees it.
@Singleton
final class CustomerFinder {
    private final ViewCustomer view;
    private final ResolveCustomers resolve;
    private final Customers customers;

    CustomerFinder(ViewCustomer view, ResolveCustomers resolve, Customers customers) {
        this.view = view;
        this.resolve = resolve;
        this.customers = customers;
    }

    /// Everything that is known about it.
    CustomerDetail detail(Caller caller, String written) {
        return id(caller, written)
                .flatMap(id -> view.answer(caller.brand(), caller.sees(), id))
                .orElseThrow(() -> unknown(written));
    }

    /// Its number.
    CustomerId number(Caller caller, String written) {
        return id(caller, written)
                .flatMap(id -> view.find(caller.brand(), caller.sees(), id))
                .orElseThrow(() -> unknown(written));
    }

    /// The public id that a path stands for; it may be nobody's.
    Optional<PublicId> id(Caller caller, String written) {
        return switch (IdType.CUSTOMER.referenceInPath("customer", written)) {
            case Reference.ById(var id) -> Optional.of(id);
            case Reference.ByKey(var key) ->
                resolve.find(
                                caller.brand(),
                                List.of(new IdentityKey(IdentityType.MEMBER_ID, key.source(), key.value())))
                        .flatMap(number -> customers.find(caller.brand(), number))
                        .map(Customer::publicId);
        };
    }

    static ProblemException unknown(String written) {
        return Problems.notFound(IdType.CUSTOMER.label(), written);
    }
}
