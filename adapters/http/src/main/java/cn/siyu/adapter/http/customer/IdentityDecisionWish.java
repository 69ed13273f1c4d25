package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.insight.WrittenIdentity;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.customer.DecideIdentities.Between;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A decision about two identities as a client writes it; they are named in one of three ways.
record IdentityDecisionWish(
        IdentityDecision.Verdict verdict,
        List<PublicId> customers,
        List<WrittenIdentity> identities,
        @Nullable PublicId conflict,
        @Nullable String note,
        boolean rehearsal) {
    private static final int TWO = 2;

    static IdentityDecisionWish read(Input in) {
        var wish = new IdentityDecisionWish(
                in.oneOf("verdict", IdentityDecision.Verdict.class).get(),
                in.list("customers", TWO, TWO).ids(IdType.CUSTOMER).or(List.of()),
                in.list("identities", TWO, TWO).objects(WrittenIdentity::read).or(List.of()),
                in.id("conflict", IdType.IDENTITY_CONFLICT).orNull(),
                in.text("note", 1000).orNull(),
                in.flag("rehearsal").or(false));
        int ways = (in.hasValue("customers") ? 1 : 0)
                + (in.hasValue("identities") ? 1 : 0)
                + (in.hasValue("conflict") ? 1 : 0);
        if (ways != 1) {
            in.complain(
                    ways == 0 ? "conflict" : in.hasValue("identities") ? "identities" : "customers",
                    ways == 0 ? ProblemCode.MISSING : ProblemCode.CONTRADICTION,
                    Text.of(
                            "Name the two in one way: by conflict, by two customers, or by two identities.",
                            "请只用一种方式指明两者：conflict、两个 customers 或两个 identities。"));
        }
        return wish;
    }

    /// Where the body names the two.
    String place() {
        return conflict != null ? "/conflict" : customers.isEmpty() ? "/identities" : "/customers";
    }

    /// Which two; empty if the scope of an identity can't be known.
    Optional<Between> between(Optional<String> idScope) {
        if (conflict != null) {
            return Optional.of(new Between.Conflict(conflict));
        }
        if (!customers.isEmpty()) {
            return Optional.of(new Between.Two(customers.getFirst(), customers.getLast()));
        }
        Optional<IdentityKey> one = identities.getFirst().key("", idScope);
        return one.flatMap(first -> identities.getLast().key("", idScope).map(last -> new Between.Keys(first, last)));
    }
}
