package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.ChangeCustomer;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.SearchCustomers;
import cn.siyu.application.insight.port.CustomerViews.Listed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The customers (客户) of a brand, as far as the key sees them.
@Controller("/v1/brands/{brand}/customers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class CustomerController implements Contract.Owner {
    private final SearchCustomers search;
    private final CustomerFinder finder;
    private final ChangeCustomer change;
    private final Currencies currencies;
    private final Lists lists;

    CustomerController(
            SearchCustomers search, CustomerFinder finder, ChangeCustomer change, Currencies currencies, Lists lists) {
        this.search = search;
        this.finder = finder;
        this.change = change;
        this.currencies = currencies;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listCustomers", CustomerFilters.CUSTOMERS)
                .body("changeCustomer", Profile::read, "{\"nickname\": \"王先生\", \"blacklisted\": true}");
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listCustomers",
            summary = "List customers · 列出客户",
            description = "Customers that the key sees, newest first. filter takes an expression over the fields of"
                    + " GET fields, such as: trust.social >= 40 and tags has 'vip' and not lost")
    Page<CustomerResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(CustomerFilters.CUSTOMERS, request);
        var wanted = new SearchCustomers.Query(
                caller, CustomerFilters.of(query), query.page().withOneMore());
        String currency = currencies.of(caller.brand());
        Masks masks = Masks.of(caller);
        Page<CustomerResource> page = lists.page(
                query,
                search.answer(wanted),
                Listed::place,
                row -> CustomerResource.of(row.customer(), currency, masks));
        return query.count() == ListQuery.Count.NONE ? page : page.withTotal(search.count(wanted), false);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/{customer}")
    @Operation(
            operationId = "getCustomer",
            summary = "Read one customer · 读取一位客户",
            description =
                    "Everything that is known about who a customer is: identities, relationships, tags, stage, trust,"
                            + " wishes. By id, or by the brand's member id as ext:{source}:{member id}.")
    CustomerDetailResource show(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        return resource(caller, finder.detail(caller, customer));
    }

    private CustomerDetailResource resource(Caller caller, CustomerDetail detail) {
        return CustomerDetailResource.of(detail, currencies.of(caller.brand()), Masks.of(caller));
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Patch(
            value = "/{customer}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeCustomer",
            summary = "Change a customer's profile · 修改客户资料",
            description = "Changes nickname, gender, time zone, or the blacklist mark: who is on it is never contacted,"
                    + " whatever the reason. If-Match is welcome and not needed.")
    HttpResponse<CustomerDetailResource> change(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            JsonBody body,
            Conditions conditions,
            Write write) {
        var before = finder.detail(caller, customer).summary().customer();
        conditions.checkVersion(before.version());
        // merged into what is there in clear, so that a mask is never stored
        Profile profile = body.patch(Profile.of(before), Profile::read);
        return write.run(() -> {
            var command = new ChangeCustomer.Command(
                    caller.brand(),
                    before.publicId(),
                    before.version(),
                    profile.nickname(),
                    profile.gender(),
                    profile.zone(),
                    profile.blacklisted(),
                    caller);
            return switch (change.handle(command)) {
                case ChangeCustomer.Outcome.Changed _ ->
                    HttpResponse.ok(resource(caller, finder.detail(caller, IdType.CUSTOMER.format(before.publicId()))));
                case ChangeCustomer.Outcome.CustomerUnknown() -> throw CustomerFinder.unknown(customer);
                case ChangeCustomer.Outcome.Stale(var version) ->
                    throw Problems.of(
                            ProblemCode.CONCURRENT_CHANGE,
                            Text.of(
                                    "Somebody else changed this customer at the same moment; its version is %s now.",
                                    "该客户同时被他人修改，当前版本为 %s。", version));
            };
        });
    }
}
