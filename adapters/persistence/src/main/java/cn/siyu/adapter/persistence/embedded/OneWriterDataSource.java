package cn.siyu.adapter.persistence.embedded;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Connections to an embedded H2 database of which one writes at a time.
///
/// H2 puts what has changed into its file map after map, while other threads go on writing. A
/// transaction that runs meanwhile can be in the file by half: one table with it, another without
/// it, and no record of it from which to complete or to undo it. Killed at that moment, the
/// database comes back with half a transaction, and with a row that stays locked. If nobody else
/// writes while a commit is put into the file, each state of the file is one of whole transactions.
///
/// @see <a href="https://h2database.com/html/mvstore.html">MVStore: versions and transactions</a>
public final class OneWriterDataSource implements DataSource {
    private final DataSource target;
    private final WritersTurn turn;

    /// @param patience how long a connection waits for its turn to write before it is refused
    public OneWriterDataSource(DataSource target, Duration patience) {
        this.target = target;
        this.turn = new WritersTurn(patience);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return OneWriterConnection.of(target.getConnection(), turn);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return OneWriterConnection.of(target.getConnection(user, password), turn);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target) || target.isWrapperFor(type);
    }
}
