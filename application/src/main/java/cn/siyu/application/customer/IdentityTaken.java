package cn.siyu.application.customer;

import cn.siyu.domain.customer.IdentityKey;

/// Thrown when somebody else brought the same new identity at the same time. The transaction must be given up; tried
/// again, it finds the other's customer.
public final class IdentityTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdentityTaken(IdentityKey key) {
        super("an identity of type " + key.type() + " was added by somebody else at the same time");
    }
}
