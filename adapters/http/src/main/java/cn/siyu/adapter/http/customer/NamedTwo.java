package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.insight.WrittenIdentity;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.customer.DecideIdentities.Between;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two identities as a client names them, in one of three ways.
record NamedTwo(
        List<PublicId> customers,
        List<WrittenIdentity> identities,
        @Nullable PublicId conflict) {
    private static final int TWO = 2;

    static NamedTwo read(Input in) {
        var two = new NamedTwo(
                in.list("customers", TWO, TWO).ids(IdType.CUSTOMER).or(List.of()),
                in.list("identities", TWO, TWO).objects(WrittenIdentity::read).or(List.of()),
                in.id("conflict", IdType.IDENTITY_CONFLICT).orNull());
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
        return two;
    }

    /// Where the body names the two.
    String place() {
        return conflict != null ? "/conflict" : customers.isEmpty() ? "/identities" : "/customers";
    }

    /// Which two.
    ///
    /// @throws ProblemException if the scope of an identity can't be known
    Between between(Caller caller, LocateReports locate) {
        var idScope =
                locate.answer(caller.brand(), List.of(Mention.NONE)).getFirst().idScope();
        return between(idScope)
                .orElseThrow(() -> Problems.body(
                        "/identities",
                        ProblemCode.MISSING,
                        Text.of(
                                "Say the scope of each identity as the customer shows it.",
                                "请写明每个身份的 scope，与客户详情一致。")));
    }

    private Optional<Between> between(Optional<String> idScope) {
        if (conflict != null) {
            return Optional.of(new Between.Conflict(conflict));
        }
        if (!customers.isEmpty()) {
            return Optional.of(new Between.Two(customers.getFirst(), customers.getLast()));
        }
        Optional<IdentityKey> one = identities.getFirst().key("", idScope);
        return one.flatMap(first -> identities.getLast().key("", idScope).map(last -> new Between.Keys(first, last)));
    }

    /// What was named isn't there, or isn't seen.
    ProblemException unknown() {
        return Problems.body(
                place(),
                ProblemCode.REFERENCE_UNKNOWN,
                Text.of("This is not known here. Read the conflict or the customers again.", "这里没有此项。请重新读取冲突或客户。"));
    }

    /// Both are one identity.
    ProblemException same() {
        return Problems.body(
                place(),
                ProblemCode.CONTRADICTION,
                Text.of(
                        "Both are the same. To separate customers that were merged, name each by the id it had.",
                        "两者相同。如需拆分已合并的客户，请使用各自原来的 id。"));
    }
}
