package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.json.Input;

/// That a link between two identities is taken back, as a client writes it.
record IdentityRevocationWish(NamedTwo two, String reason, boolean rehearsal) {
    static IdentityRevocationWish read(Input in) {
        return new IdentityRevocationWish(
                NamedTwo.read(in),
                in.text("reason", 1000).get(),
                in.flag("rehearsal").or(false));
    }
}
