package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.client.CallRates;
import cn.siyu.adapter.wecom.doctor.CallbackCheck;
import cn.siyu.adapter.wecom.doctor.Finding;
import cn.siyu.adapter.wecom.doctor.Finding.Weight;
import cn.siyu.adapter.wecom.doctor.WeComDoctor;
import cn.siyu.adapter.wecom.transport.HttpLimits;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;

/// `./dev doctor --wecom`: checks every configured app against its corp, one line for each thing,
/// with what to do. Reads the settings the product would read; starts nothing else and writes
/// nothing.
public final class WeComDoctorCommand {
    private final HttpOnce http;
    private final PrintStream out;

    WeComDoctorCommand(HttpOnce http, PrintStream out) {
        this.http = http;
        this.out = out;
    }

    /// Argument: where the product is reached from outside, to check the callback; none: it is not
    /// checked. Exit code 0 when everything that is needed works, 1 otherwise.
    public static void main(String[] args) throws NoSuchAlgorithmException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var address = args.length == 0 ? Optional.<String>empty() : Optional.of(args[0]);
        int code;
        try (var http = new HttpOnce(HttpLimits.STANDARD, SSLContext.getDefault());
                var context = ApplicationContext.builder().build();
                var environment = context.getEnvironment().start()) {
            code = new WeComDoctorCommand(http, out).examine(environment, address);
        } catch (ConfigurationException e) {
            out.println("BROKEN   the settings can't be read: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    int examine(Environment environment, Optional<String> address) {
        var names = new TreeSet<>(environment.getPropertyEntries("siyu.wecom.apps"));
        if (names.isEmpty()) {
            out.println("BROKEN   no app is configured: see docs/how-to/connect-wecom.md, siyu.wecom.apps");
            return 1;
        }
        var broken = false;
        for (var name : names) {
            out.println(name);
            for (var finding : examined(environment, name, address)) {
                out.println("  " + finding.line());
                broken |= finding.weight() == Weight.BROKEN;
            }
        }
        return broken ? 1 : 0;
    }

    private List<Finding> examined(Environment environment, String name, Optional<String> address) {
        WeComApp app;
        try {
            app = app(environment, name);
        } catch (IllegalArgumentException e) {
            return List.of(new Finding(Weight.BROKEN, "settings", String.valueOf(e.getMessage())));
        }
        var clock = InstantSource.system();
        var client = new WeComClients(http, CallRates.PUBLISHED, null, clock).client(app, clock);
        var findings = new ArrayList<>(new WeComDoctor(client).examine());
        if (app.agentId() == 0) {
            findings.add(new Finding(
                    Weight.NOTE, "messages to staff", "set agent-id to the AgentId of 应用管理 → the app to use them"));
        }
        findings.add(address.map(where -> new CallbackCheck(http).examine(app, where))
                .orElse(new Finding(
                        Weight.NOTE,
                        "callback",
                        "not checked: ./dev doctor --wecom https://<where the product is reached>")));
        return findings;
    }

    private static WeComApp app(Environment environment, String name) {
        var prefix = "siyu.wecom.apps." + name + ".";
        return new WeComApp(
                name,
                text(environment, prefix + "brand", ""),
                text(environment, prefix + "corp-id", ""),
                text(environment, prefix + "secret", ""),
                text(environment, prefix + "callback-token", ""),
                text(environment, prefix + "encoding-aes-key", ""),
                text(environment, prefix + "base-url", WeComApp.OFFICIAL),
                false,
                Duration.ZERO,
                environment.getProperty(prefix + "agent-id", Long.class).orElse(0L));
    }

    private static String text(Environment environment, String key, String standard) {
        return environment.getProperty(key, String.class).orElse(standard);
    }
}
