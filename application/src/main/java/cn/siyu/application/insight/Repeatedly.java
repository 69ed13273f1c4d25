package cn.siyu.application.insight;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.IdentityTaken;
import java.util.function.Supplier;

/// A unit of work that is done again when somebody else brought the same new identity at the same time.
final class Repeatedly {
    private static final int TIMES = 3;

    private Repeatedly() {}

    static <T> T inTransaction(UnitOfWork work, Supplier<T> task) {
        int time = 1;
        while (true) {
            try {
                return work.inTransaction(task);
            } catch (IdentityTaken somebodyElse) {
                if (time++ == TIMES) {
                    throw somebodyElse;
                }
            }
        }
    }
}
