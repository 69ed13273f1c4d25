package cn.siyu.application.insight;

import cn.siyu.application.brand.port.Raced;
import cn.siyu.application.brand.port.UnitOfWork;
import java.util.function.Supplier;

/// A unit of work that is done again when somebody else was in its way.
final class Repeatedly {
    private static final int TIMES = 3;

    private Repeatedly() {}

    static <T> T inTransaction(UnitOfWork work, Supplier<T> task) {
        int time = 1;
        while (true) {
            try {
                return work.inTransaction(task);
            } catch (Raced somebodyElse) {
                if (time++ == TIMES) {
                    throw somebodyElse;
                }
            }
        }
    }
}
