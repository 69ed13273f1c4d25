package cn.siyu.adapter.persistence.planted;

import cn.siyu.application.brand.port.UnitOfWork;
import java.util.function.Supplier;

/// Planted: a port's implementation that anybody can name.
public final class OpenStore implements UnitOfWork {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
