package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.CustomerDetail.Followed;
import cn.siyu.application.trust.ExplainTrust;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.domain.customer.RelationshipId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Trust of a customer, and why it is what it is.
@Controller("/v1/brands/{brand}/customers/{customer}/trust")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Trust")
final class TrustController implements Contract.Owner {
    private static final int FEW = 20;
    private static final int MOST = 200;

    private final CustomerFinder finder;
    private final ReadTrust read;
    private final ExplainTrust explain;

    TrustController(CustomerFinder finder, ReadTrust read, ExplainTrust explain) {
        this.finder = finder;
        this.read = read;
        this.explain = explain;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .problems(
                        "explainTrust",
                        ProblemCode.STATE_CONFLICT,
                        ProblemCode.MALFORMED_ID,
                        ProblemCode.WRONG_ID_TYPE);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "getTrust",
            summary = "Trust of a customer · 客户信任",
            description =
                    "Brand trust, and trust in each relationship, computed at the moment of asking from all evidence.")
    TrustResource show(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        CustomerDetail detail = finder.detail(caller, customer);
        Map<RelationshipId, Followed> known = followed(detail);
        var trust = read.answer(caller.brand(), detail.summary().customer().id());
        var best = trust.best();
        return new TrustResource(
                IdType.CUSTOMER.format(detail.summary().customer().publicId()),
                best == null ? null : (Double) Rounding.shown(best.trust().trust()),
                best == null ? null : id(known, best.relationship()).orElse(null),
                ScoreResource.of(trust.brand()),
                trust.relationships().stream()
                        .flatMap(each -> id(known, each.relationship())
                                .map(id ->
                                        RelationshipTrustResource.of(id, each.channelKind(), each.live(), each.trust()))
                                .stream())
                        .toList(),
                trust.asOf(),
                trust.policyEdition());
    }

    private static Map<RelationshipId, Followed> followed(CustomerDetail detail) {
        return detail.relationships().stream()
                .collect(Collectors.toMap(each -> each.relationship().id(), Function.identity()));
    }

    /// Empty if the key doesn't see the relationship.
    private static Optional<String> id(Map<RelationshipId, Followed> known, RelationshipId relationship) {
        return Optional.ofNullable(known.get(relationship))
                .map(each -> IdType.RELATIONSHIP.format(each.relationship().publicId()));
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/explanation")
    @Operation(
            operationId = "explainTrust",
            summary = "Why trust is what it is · 信任解释",
            description =
                    "The base and what each piece of evidence contributes; together they are the trust. Explains the"
                            + " relationship that is named, or else the live one with the most trust.")
    TrustExplanationResource why(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            @QueryValue @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    Optional<String> relationship,
            @QueryValue @Schema(example = "20", minimum = "1", maximum = "200") Optional<Integer> pieces) {
        CustomerDetail detail = finder.detail(caller, customer);
        int shown = pieces.orElse(FEW);
        if (shown < 1 || shown > MOST) {
            throw Problems.parameter(
                    "pieces",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of("This must be a whole number of 1 to %s.", "此处应为 1 到 %s 的整数。", MOST));
        }
        Followed followed = relationship.map(written -> named(detail, written)).orElseGet(() -> best(caller, detail));
        var query = new ExplainTrust.Query(
                caller.brand(),
                detail.summary().customer().id(),
                followed.relationship().id(),
                shown);
        return TrustExplanationResource.of(
                IdType.RELATIONSHIP.format(followed.relationship().publicId()),
                followed.relationship().live(),
                explain.answer(query).orElseThrow());
    }

    private static Followed named(CustomerDetail detail, String written) {
        var id = IdType.RELATIONSHIP.inPath("relationship", written);
        return detail.relationships().stream()
                .filter(each -> each.relationship().publicId().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound(IdType.RELATIONSHIP.label(), written));
    }

    private Followed best(Caller caller, CustomerDetail detail) {
        var known = followed(detail);
        return read.answer(caller.brand(), detail.summary().customer().id()).relationships().stream()
                .filter(each -> each.live() && known.containsKey(each.relationship()))
                .max(Comparator.comparingDouble(each -> each.trust().trust()))
                .map(each -> Objects.requireNonNull(known.get(each.relationship())))
                .orElseThrow(() -> Problems.conflict(Text.of(
                        "This customer has no live relationship; name an ended one as relationship.",
                        "该客户没有存续的关系；请用 relationship 指明一段已结束的关系。")));
    }
}
