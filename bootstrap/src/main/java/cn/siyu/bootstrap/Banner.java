package cn.siyu.bootstrap;

import cn.siyu.bootstrap.sandbox.Sandbox;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the operator sees when the product is up. Everything else goes to the log.
final class Banner {
    private Banner() {}

    static void print(EmbeddedServer server, Optional<Sandbox.Opened> opened, String home) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(opened.map(sandbox -> sandboxText(server, sandbox, home)).orElseGet(() -> liveText(server, home)));
        out.flush();
    }

    private static String sandboxText(EmbeddedServer server, Sandbox.Opened sandbox, String home) {
        String base = "http://localhost:" + server.getPort();
        return """
                Siyu 1.0.0   development mode, everything simulated, nothing is sent to anybody
                  API docs   %1$s/docs
                  Key        %2$s   (sandbox only, new at each reset)
                  Try        curl -H "Authorization: Bearer %2$s" "%1$s/v1/brands/%3$s/customers?limit=3"
                  Next       ./dev clock +7d                 run a week of SOPs
                  Adapters   wecom-simulated ready (%4$s) · wecom not configured (siyu.wecom.apps)
                  Data       %5$s (%6$s)   Log %5$s/log
                """.formatted(base, sandbox.key(), sandbox.slug(), sandbox.simulator(), home, store(server));
    }

    private static String liveText(EmbeddedServer server, String home) {
        return """
                Siyu 1.0.0   no sandbox
                  API docs   http://localhost:%1$s/docs
                  Key        the installation's key is in %2$s/installation-key
                  Data       %2$s (%3$s)   Log %2$s/log
                """.formatted(server.getPort(), home, store(server));
    }

    private static String store(EmbeddedServer server) {
        var url = server.getApplicationContext()
                .getProperty("datasources.default.url", String.class)
                .orElse("");
        return url.startsWith("jdbc:h2:") ? "embedded H2" : "PostgreSQL";
    }
}
