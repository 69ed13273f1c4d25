package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.behaviour.BehaviourPlan;
import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The OpenAPI document of the control API, made from the operations that are registered and the
/// types of their bodies, so that it cannot go stale.
final class ControlDocument {
    static final String PATH = "/simulator/openapi.yaml";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Text> TEXTS = texts();

    private ControlDocument() {}

    /// What the code does not say about an operation.
    ///
    /// @param body the type of the request's body, null for none
    private record Text(String summary, @Nullable Class<?> body) {}

    static void addTo(ControlRoute route) {
        route.on(
                "GET",
                PATH,
                200,
                _ -> new Written(
                        "application/yaml; charset=utf-8",
                        out -> out.write(yaml(route).getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, Text> texts() {
        var corp = "/simulator/corps/{corp}";
        var texts = new LinkedHashMap<String, Text>();
        texts.put("GET /simulator/health", new Text("Whether the simulator runs.", null));
        texts.put("GET /simulator/metrics", new Text("Counters and gauges in the text format of Prometheus.", null));
        texts.put("GET " + PATH, new Text("This document.", null));
        texts.put(
                "GET /simulator/errcodes", new Text("All errcodes that can be injected, with text and meaning.", null));
        texts.put("GET /simulator/outage", new Text("Whether the platform's side serves.", null));
        texts.put(
                "PUT /simulator/outage",
                new Text("Stops or resumes the platform's side.", PlatformOperations.OutageBody.class));
        texts.put("GET /simulator/faults", new Text("The fault rules in force and how often each has bitten.", null));
        texts.put("POST /simulator/faults", new Text("Adds a fault rule.", PlatformOperations.FaultBody.class));
        texts.put("DELETE /simulator/faults", new Text("Removes all fault rules.", null));
        texts.put("DELETE /simulator/faults/{id}", new Text("Removes a fault rule.", null));
        texts.put("GET /simulator/calls", new Text("The call log of all corps as NDJSON.", null));
        texts.put("GET /simulator/world", new Text("Saves all corps as one JSON file.", null));
        texts.put(
                "PUT /simulator/world",
                new Text("Loads the corps of a saved file in place of those with their ids.", Map.class));
        texts.put("GET /simulator/corps", new Text("The ids of all corps.", null));
        texts.put("POST /simulator/corps", new Text("Makes a corp.", CorpFile.class));
        texts.put("GET " + corp, new Text("A corp in numbers, with its apps.", null));
        texts.put("DELETE " + corp, new Text("Removes a corp and everything in it.", null));
        texts.put("GET " + corp + "/world", new Text("Saves one corp as a JSON file.", null));
        texts.put("PUT " + corp + "/world", new Text("Loads one corp from a saved file.", Map.class));
        texts.put(
                "PUT " + corp + "/apps/{agent}/callback",
                new Text(
                        "Sets where an app's events go; verifies the address as the platform does.",
                        CorpOperations.CallbackBody.class));
        texts.put("DELETE " + corp + "/apps/{agent}/callback", new Text("An app receives no events any more.", null));
        texts.put(
                "PATCH " + corp + "/apps/{agent}",
                new Text("Changes an app; what is not given stays.", CorpOperations.AppBody.class));
        texts.put("GET " + corp + "/limits", new Text("The platform's limits as they are for this corp.", null));
        texts.put(
                "PUT " + corp + "/limits",
                new Text("Switches limits on or off and overrides single ones.", CorpOperations.LimitsBody.class));
        texts.put(
                "PUT " + corp + "/mode",
                new Text(
                        "STRICT refuses what the platform refuses, LENIENT forgives it.",
                        CorpOperations.ModeBody.class));
        texts.put(
                "PUT " + corp + "/behaviour",
                new Text("Gives the corp's people a plan of behaviour.", BehaviourPlan.class));
        texts.put("POST " + corp + "/actions", new Text("Lets somebody do something by hand.", Action.class));
        texts.put("GET " + corp + "/clock", new Text("The corp's time and when something is due next.", null));
        texts.put(
                "PUT " + corp + "/clock",
                new Text("Sets the corp's clock: REAL, SCALED or STEPPED.", ClockOperations.ClockBody.class));
        texts.put(
                "POST " + corp + "/clock/steps",
                new Text(
                        "Runs everything that is due until a moment of a stepped clock.",
                        ClockOperations.StepBody.class));
        texts.put("GET " + corp + "/ledger", new Text("What customers received, as NDJSON.", null));
        texts.put("GET " + corp + "/calls", new Text("The corp's call log as NDJSON.", null));
        texts.put("GET " + corp + "/customers", new Text("The customers and who follows them, as NDJSON.", null));
        texts.put("GET " + corp + "/contact-ways", new Text("The contact ways, as NDJSON.", null));
        texts.put(
                "GET " + corp + "/mass-messages",
                new Text("The mass messages and who has confirmed them, as NDJSON.", null));
        texts.put("GET " + corp + "/groups", new Text("The customer groups with their members, as NDJSON.", null));
        texts.put("GET " + corp + "/undelivered", new Text("Callbacks and reports that wait, as NDJSON.", null));
        return texts;
    }

    static String yaml(ControlRoute route) {
        var schemas = new ControlSchemas();
        var paths = new TreeMap<String, List<ControlRoute.Operation>>();
        route.operations()
                .forEach(each -> paths.computeIfAbsent(each.path(), _ -> new ArrayList<>())
                        .add(each));
        var yaml = new StringBuilder("""
                openapi: 3.1.0
                info:
                  title: WeCom simulator, control API
                  version: 1.0.0
                  description: >-
                    Makes corps, moves their clocks, lets people act, injects faults, and tells what customers received.
                    Asks for no credentials: keep it on loopback. The platform's own API under /cgi-bin is not described here.
                paths:
                """);
        paths.forEach((path, operations) -> {
            yaml.append("  ").append(path).append(":\n");
            operations.forEach(operation -> operation(yaml, operation, schemas));
        });
        yaml.append(schemas.yaml());
        return yaml.toString();
    }

    private static void operation(StringBuilder yaml, ControlRoute.Operation operation, ControlSchemas schemas) {
        var name = operation.method() + " " + operation.path();
        var text = TEXTS.getOrDefault(name, new Text(name, null));
        yaml.append("    ").append(operation.method().toLowerCase(Locale.ROOT)).append(":\n");
        yaml.append("      summary: \"").append(text.summary()).append("\"\n");
        parameters(yaml, operation.path());
        if (text.body() != null) {
            yaml.append(
                    "      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n");
            yaml.append(schemas.of(text.body()).indent(14));
        }
        yaml.append("      responses:\n        '")
                .append(operation.status())
                .append("':\n          description: done\n");
        yaml.append(
                "        '400':\n          description: \"a sentence in detail says what is wrong with the request\"\n");
    }

    private static void parameters(StringBuilder yaml, String path) {
        var numbered = path.endsWith("/calls") || path.endsWith("/ledger");
        var variables =
                VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        if (variables.isEmpty() && !numbered) {
            return;
        }
        yaml.append("      parameters:\n");
        for (var variable : variables) {
            yaml.append("        - {name: ")
                    .append(variable)
                    .append(", in: path, required: true, schema: {type: string}}\n");
        }
        if (numbered) {
            yaml.append("        - {name: after, in: query, description: \"the number of the last line that is known\","
                    + " schema: {type: integer}}\n");
        }
    }
}
