package cn.siyu.adapter.persistence;

import cn.siyu.application.brand.port.UnitOfWork;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/// A unit of work as a database transaction; a unit inside another joins it.
@Singleton
final class SqlUnitOfWork implements UnitOfWork {
    private final TransactionOperations<Connection> transactions;

    SqlUnitOfWork(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.executeWrite(status -> work.get());
    }
}
