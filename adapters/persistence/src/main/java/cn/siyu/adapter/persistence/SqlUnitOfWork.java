package cn.siyu.adapter.persistence;

import cn.siyu.application.brand.port.Raced;
import cn.siyu.application.brand.port.UnitOfWork;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/// A unit of work as a database transaction; a unit inside another joins it.
@Singleton
final class SqlUnitOfWork implements UnitOfWork {
    /// deadlock_detected, serialization_failure (on H2 a deadlock too)
    private static final Set<String> GAVE_WAY = Set.of("40P01", "40001");

    private final TransactionOperations<Connection> transactions;
    private final Sql sql;

    SqlUnitOfWork(TransactionOperations<Connection> transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    private static boolean raced(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && GAVE_WAY.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        boolean within = transactions.findTransactionStatus().isPresent();
        if (within) {
            return transactions.executeWrite(status -> work.get());
        }
        T result;
        try {
            result = transactions.executeWrite(status -> work.get());
        } catch (DataAccessException | TransactionException e) {
            throw raced(e) ? new Raced(e) : e;
        }
        sql.lookAtGrownTables();
        return result;
    }
}
