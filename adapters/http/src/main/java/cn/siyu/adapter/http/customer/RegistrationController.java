package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.RegisterCustomer.Disputed;
import cn.siyu.application.customer.RegisterCustomer.Outcome;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityConflict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Customers whom a client makes known by their identities (登记客户).
@Controller("/v1/brands/{brand}/customers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class RegistrationController implements Contract.Owner {
    private static final String EXAMPLE = """
            {"source": "crm", "identities": [{"type": "PHONE", "value": "13812345678"},
             {"type": "MEMBER_ID", "value": "M-1042"}], "nickname": "王先生", "gender": "MALE"}""";

    private final RegisterCustomer register;
    private final ViewCustomer view;
    private final LocateReports locate;
    private final Currencies currencies;

    RegistrationController(RegisterCustomer register, ViewCustomer view, LocateReports locate, Currencies currencies) {
        this.register = register;
        this.view = view;
        this.locate = locate;
        this.currencies = currencies;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body("registerCustomer", Registration::read, EXAMPLE)
                .problems("registerCustomer", ProblemCode.ALREADY_EXISTS);
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post
    @Operation(
            operationId = "registerCustomer",
            summary = "Make a customer known · 登记客户",
            description =
                    "Makes a customer of identities that nobody has, or finds the one who has them (200); identities that are new"
                            + " are added to the one who is found, whose profile stays as it is. Identities of different customers are"
                            + " refused, each with whose it is: nobody is merged by a guess. A member id without a scope is unique"
                            + " inside the source.")
    @ApiResponse(responseCode = "201", description = "The customer is known", useReturnTypeSchema = true)
    HttpResponse<CustomerDetailResource> register(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        Registration wish = body.read(Registration::read);
        return write.run(() -> {
            var keys = keys(caller, wish);
            var profile = new Profile(wish.nickname(), wish.gender(), wish.zone());
            var claim = new Claim(keys, IdentitySource.IMPORT, profile);
            var outcome = register.handle(new RegisterCustomer.Command(caller.brand(), List.of(claim)))
                    .getFirst();
            return switch (outcome) {
                case Outcome.Created(var customer) ->
                    Created.under(request, IdType.CUSTOMER.format(customer.publicId()), resource(caller, customer));
                case Outcome.Found(var customer, var _) -> {
                    if (!sees(caller, customer)) {
                        throw Problems.alreadyExists(
                                "/identities",
                                Text.of(
                                        "This customer is known already, outside of what this key sees.",
                                        "该客户已存在，但不在此密钥的数据范围内。"));
                    }
                    yield HttpResponse.ok(resource(caller, customer));
                }
                case Outcome.UnknownContact(var key) ->
                    throw Problems.body(
                            place(keys, key),
                            ProblemCode.REFERENCE_UNKNOWN,
                            Text.of(
                                    "The platform never told us of this external user id. Check the value and its corp (scope).",
                                    "平台从未告知此 external_userid。请检查其值和所属企业（scope）。"));
                case Outcome.Conflict(var disputes) -> throw conflict(caller, keys, disputes);
            };
        });
    }

    private List<IdentityKey> keys(Caller caller, Registration wish) {
        var idScope =
                locate.answer(caller.brand(), List.of(Mention.NONE)).getFirst().idScope();
        var keys = wish.keys(idScope);
        var mistakes = new ArrayList<Mistake>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isEmpty()) {
                mistakes.add(Mistake.at(
                        "/identities/" + i + "/scope",
                        ProblemCode.MISSING,
                        Text.of(
                                "What this identity belongs to can't be known here; say its scope: the corp id of an external user id, the account of a personal contact.",
                                "此处无法得知该身份的 scope；请写明：external_userid 为 corp id，个人号好友为其个人号。")));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problems.body(mistakes);
        }
        return keys.stream().flatMap(Optional::stream).toList();
    }

    private ProblemException conflict(Caller caller, List<IdentityKey> keys, List<Disputed> disputes) {
        var mistakes = disputes.stream()
                .sorted(Comparator.comparingInt(one -> keys.indexOf(one.key())))
                .map(one -> Mistake.at(place(keys, one.key()), code(one.reason()), text(caller, one)))
                .toList();
        return disputes.stream().allMatch(one -> one.customer() == null)
                ? Problems.body(mistakes)
                : Problems.of(ProblemCode.ALREADY_EXISTS, mistakes);
    }

    private static ProblemCode code(IdentityConflict.Reason reason) {
        return switch (reason) {
            case BELONGS_TO_ANOTHER, KEPT_APART -> ProblemCode.ALREADY_EXISTS;
            case TOO_MANY -> ProblemCode.TOO_MANY;
            case BLOCKED -> ProblemCode.NOT_ALLOWED;
        };
    }

    private Text text(Caller caller, Disputed one) {
        var customer = one.customer();
        Text who = customer != null && sees(caller, customer)
                ? Text.same(IdType.CUSTOMER.format(customer.publicId()))
                : new Text("another customer", "另一位客户");
        return switch (one.reason()) {
            case BELONGS_TO_ANOTHER, KEPT_APART ->
                new Text(
                        "This is " + who.en() + ", but the identities together name somebody else. Leave one out.",
                        "此身份属于" + who.zh() + "，与其余身份不是同一人。请去掉其一。");
            case BLOCKED ->
                new Text(
                        "By the brand's policy IDENTITY this value is nobody's: zeros, a test number, a store's phone. Leave it out.",
                        "按品牌的身份政策（IDENTITY），此值不属于任何人：全零、测试号码或门店电话。请去掉。");
            case TOO_MANY ->
                new Text(
                        "One customer can't have so many of this type in one scope"
                                + (customer == null ? "." : "; " + who.en() + " has others."),
                        "一位客户在同一 scope 下不能有这么多此类身份" + (customer == null ? "。" : "；" + who.zh() + "已有其他。"));
        };
    }

    private static String place(List<IdentityKey> keys, IdentityKey key) {
        return "/identities/" + keys.indexOf(key) + "/value";
    }

    private boolean sees(Caller caller, Customer customer) {
        return view.find(caller.brand(), caller.sees(), customer.publicId()).isPresent();
    }

    /// Whoever makes a customer known sees it in the answer, though it has no relationship with
    /// anybody yet.
    private CustomerDetailResource resource(Caller caller, Customer customer) {
        var detail = view.answer(caller.brand(), new DataScope.WholeBrand(), customer.publicId())
                .orElseThrow();
        var currency = currencies.of(caller.brand());
        return CustomerDetailResource.of(detail, currency, Masks.of(caller));
    }
}
