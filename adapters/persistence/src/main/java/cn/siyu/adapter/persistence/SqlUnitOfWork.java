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
    private final Sql sql;

    SqlUnitOfWork(TransactionOperations<Connection> transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        boolean within = transactions.findTransactionStatus().isPresent();
        T result = transactions.executeWrite(status -> work.get());
        if (!within) {
            sql.lookAtGrownTables();
        }
        return result;
    }
}
