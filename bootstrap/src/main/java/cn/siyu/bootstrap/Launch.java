package cn.siyu.bootstrap;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A start that says on the terminal why it failed; the framework writes it to the log alone, where
/// nobody looks who sees nothing happen.
final class Launch extends Micronaut {
    private final Path logs;

    Launch(Path logs) {
        this.logs = logs;
    }

    @Override
    protected void handleStartupException(@Nullable Environment environment, Throwable exception) {
        System.err.println("Siyu did not start: " + reason(exception));
        System.err.println("The log has the whole of it: " + logs.resolve("siyu.log"));
        super.handleStartupException(environment, exception);
    }

    /// What went wrong at the bottom; what lies above only says what was being made when it did.
    private static String reason(Throwable exception) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = exception; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        String message = chain.getLast().getMessage();
        return message == null ? chain.getLast().toString() : message;
    }
}
