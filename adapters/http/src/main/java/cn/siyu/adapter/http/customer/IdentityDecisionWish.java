package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.domain.customer.identity.IdentityDecision;
import org.jspecify.annotations.Nullable;

/// A decision about two identities as a client writes it.
record IdentityDecisionWish(
        IdentityDecision.Verdict verdict,
        NamedTwo two,
        @Nullable String note,
        boolean rehearsal) {
    static IdentityDecisionWish read(Input in) {
        return new IdentityDecisionWish(
                in.oneOf("verdict", IdentityDecision.Verdict.class).get(),
                NamedTwo.read(in),
                in.text("note", 1000).orNull(),
                in.flag("rehearsal").or(false));
    }
}
