package cn.siyu.adapter.persistence.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A connection that takes the writers' turn when it prepares its first statement that may write,
/// and gives it back when its transaction ends or it is closed. A statement is prepared in the
/// transaction that runs it; what only reads waits for nobody.
final class OneWriterConnection implements InvocationHandler {
    private final Connection target;
    private final WritersTurn turn;
    private boolean writing;

    private OneWriterConnection(Connection target, WritersTurn turn) {
        this.target = target;
        this.turn = turn;
    }

    static Connection of(Connection target, WritersTurn turn) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new OneWriterConnection(target, turn));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement", "prepareCall" -> {
                if (mayWrite((String) arguments(arguments)[0])) {
                    begin();
                }
                yield call(method, arguments);
            }
            case "createStatement" -> {
                begin(); // what it will run is not known yet
                yield call(method, arguments);
            }
            case "commit", "close", "abort", "setAutoCommit" -> callAndEnd(method, arguments);
            case "rollback" ->
                arguments == null ? callAndEnd(method, arguments) : call(method, arguments); // or to a savepoint only
            default -> call(method, arguments);
        };
    }

    private static boolean mayWrite(String statement) {
        var text = statement.stripLeading().toLowerCase(Locale.ROOT);
        return !text.startsWith("select") || text.contains("for update") || text.contains("nextval");
    }

    private void begin() throws SQLException {
        if (!writing) {
            turn.begin();
            writing = true;
        }
    }

    private @Nullable Object callAndEnd(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return call(method, arguments);
        } finally {
            if (writing) {
                writing = false;
                turn.end();
            }
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object[] arguments(Object @Nullable [] arguments) {
        if (arguments == null) {
            throw new IllegalArgumentException("a statement without its text");
        }
        return arguments;
    }
}
