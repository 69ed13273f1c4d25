package cn.siyu.application.customer;

import cn.siyu.application.brand.port.Raced;

/// Thrown when somebody else brought the same new identity at the same time. The transaction must
/// be given up; tried again, it finds the other's customer.
public final class IdentityTaken extends Raced {
    private static final long serialVersionUID = 1L;

    public IdentityTaken() {
        super("an identity was added by somebody else at the same time");
    }
}
