package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.front.Exchange;
import cn.siyu.adapter.wecomsimulator.front.HttpFront;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the operation for a control request and writes its answer.
public final class ControlRoute implements HttpFront.Route {
    private static final int LARGEST_BODY = 64 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(ControlRoute.class);
    private final List<Operation> operations = new ArrayList<>();

    /// What an operation does: return an object to be written as JSON, or a [Stream] to be written
    /// line by line.
    @FunctionalInterface
    interface Work {
        Object on(Request request) throws IOException;
    }

    /// A request with the variable parts of its path.
    record Request(Map<String, String> variables, ObjectNode query, InputStream body) {
        String variable(String name) {
            return variables.getOrDefault(name, "");
        }

        <T> T read(Class<T> type) throws IOException {
            var bytes = body.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw ControlError.bad("the body is larger than " + LARGEST_BODY + " bytes");
            }
            var value = bytes.length == 0 ? null : Json.MAPPER.readValue(bytes, type);
            if (value == null) {
                throw ControlError.bad("a JSON body is needed");
            }
            return value;
        }
    }

    /// An answer that is written as it comes, in a format of its own.
    record Written(String contentType, Writing writing) {
        @FunctionalInterface
        interface Writing {
            void to(OutputStream out) throws IOException;
        }
    }

    /// An operation as it was added.
    record Operation(String method, String path, int status, Work work) {
        private List<String> segments() {
            return List.of(path.split("/", -1));
        }
    }

    /// All operations, in the order in which they were added.
    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// Adds an operation.
    /// @param path segments in braces are variables
    /// @param status of a successful answer
    ControlRoute on(String method, String path, int status, Work work) {
        operations.add(new Operation(method, path, status, work));
        return this;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (ControlError error) {
            refuse(exchange, error.status(), error.reason());
        } catch (UnrecognizedPropertyException unknown) {
            refuse(
                    exchange,
                    400,
                    "unknown field '%s' at %s; known here: %s"
                            .formatted(unknown.getPropertyName(), where(unknown), unknown.getKnownPropertyIds()));
        } catch (JsonMappingException bad) {
            refuse(exchange, 400, bad.getOriginalMessage() + " at " + where(bad));
        } catch (JsonProcessingException bad) {
            refuse(exchange, 400, "not JSON: " + bad.getOriginalMessage());
        } catch (IllegalArgumentException bad) {
            LOG.debug("refused", bad);
            refuse(exchange, 400, String.valueOf(bad.getMessage()));
        } catch (RuntimeException broken) {
            LOG.error("{} failed", exchange.path(), broken);
            refuse(exchange, 500, "this could not be done; the simulator's log tells why");
        }
    }

    private void answer(Exchange exchange) throws IOException {
        var path = List.of(exchange.path().split("/", -1));
        var known = false;
        for (var operation : operations) {
            var variables = match(operation.segments(), path);
            if (variables != null) {
                known = true;
                if (operation.method().equals(exchange.method())) {
                    var request = new Request(variables, HttpFront.query(exchange.query()), exchange.body());
                    write(exchange, operation.status(), operation.work().on(request));
                    return;
                }
            }
        }
        if (known) {
            refuse(exchange, 405, exchange.method() + " is not possible here");
        } else {
            refuse(exchange, 404, "there is no " + exchange.path());
        }
    }

    private static @Nullable Map<String, String> match(List<String> segments, List<String> path) {
        if (segments.size() != path.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (var i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static void write(Exchange exchange, int status, Object answer) throws IOException {
        if (answer instanceof Stream<?> lines) {
            exchange.set("Content-Type", "application/x-ndjson; charset=utf-8");
            try (var out = new BufferedOutputStream(exchange.stream(status), 1 << 16)) {
                for (Iterator<?> each = lines.iterator(); each.hasNext(); ) {
                    out.write(Json.bytes(each.next()));
                    out.write('\n');
                }
            }
            return;
        }
        if (answer instanceof Written written) {
            exchange.set("Content-Type", written.contentType());
            try (var out = new BufferedOutputStream(exchange.stream(status), 1 << 16)) {
                written.writing().to(out);
            }
            return;
        }
        var body = Json.bytes(answer);
        exchange.set("Content-Type", "application/json; charset=utf-8");
        exchange.answer(status, body);
    }

    private static void refuse(Exchange exchange, int status, String reason) throws IOException {
        write(exchange, status, Map.of("status", status, "detail", reason));
    }

    private static String where(JsonMappingException at) {
        var path = new StringBuilder();
        at.getPath()
                .forEach(step -> path.append('/')
                        .append(step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()));
        return path.isEmpty() ? "/" : path.toString();
    }
}
