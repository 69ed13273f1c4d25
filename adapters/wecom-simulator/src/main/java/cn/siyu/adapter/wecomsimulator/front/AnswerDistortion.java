package cn.siyu.adapter.wecomsimulator.front;

import cn.siyu.adapter.wecomsimulator.fault.FaultRule;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.wire.RequestBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Changes right answers as the live platform is known to change them: rows that show up late, rows
/// that come twice where one page ends and the next begins.
final class AnswerDistortion {
    private static final int CURSORS_REMEMBERED = 10_000;
    private static final List<String> TIMES = List.of("create_time", "createtime", "add_time", "send_time");
    private static final List<String> NAMES = List.of("msgid", "moment_id", "chat_id", "external_userid", "config_id");
    private final Map<String, JsonNode> lastRows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
            return size() > CURSORS_REMEMBERED;
        }
    };

    /// The answer as the caller sees it.
    /// @param now seconds since 1970 on the corp's clock
    Gate.Told distorted(FaultRule rule, Gate.Asked asked, Gate.Told told, long now) {
        if (told.errcode() != 0) {
            return told;
        }
        var answer = read(told.body());
        var rows = rows(answer);
        if (rows.isEmpty()) {
            return told;
        }
        switch (rule.kind()) {
            case LATE_ROWS -> dropLate(rule, rows.get(), now);
            case DUPLICATE_ROWS -> repeatLast(asked, answer, rows.get());
            default -> {
                return told;
            }
        }
        return new Gate.Told(told.errcode(), told.errmsg(), Json.bytes(answer), told.forgiven());
    }

    private static void dropLate(FaultRule rule, ArrayNode rows, long now) {
        for (var i = rows.size() - 1; i >= 0; i--) {
            var row = rows.get(i);
            var made = TIMES.stream()
                    .filter(row::has)
                    .findFirst()
                    .map(name -> row.path(name).asLong());
            if (made.isPresent() && made.get() + lag(rule, row) > now) {
                rows.remove(i);
            }
        }
    }

    /// Each row has a lag of its own, the same at each call.
    private static long lag(FaultRule rule, JsonNode row) {
        var name = NAMES.stream().filter(row::has).findFirst().map(row::path).orElse(row);
        return new SplittableRandom(rule.seed() * 31 + name.toString().hashCode()).nextLong(rule.seconds() + 1L);
    }

    private synchronized void repeatLast(Gate.Asked asked, ObjectNode answer, ArrayNode rows) {
        var before = lastRows.get(asked.path() + "|" + cursor(asked));
        var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        var next = answer.path("next_cursor").asText("");
        if (last != null && !next.isEmpty()) {
            lastRows.put(asked.path() + "|" + next, last);
        }
        if (before != null) {
            rows.insert(0, before);
        }
    }

    private static String cursor(Gate.Asked asked) {
        var params = asked.body().length == 0
                ? asked.query()
                : RequestBody.read(asked.body(), true).tree();
        return params.path("cursor").asText("");
    }

    private static ObjectNode read(byte[] body) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer is JSON", e);
        }
    }

    /// The rows of a list: the answer's first array.
    private static Optional<ArrayNode> rows(ObjectNode answer) {
        return answer.properties().stream()
                .map(Map.Entry::getValue)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .findFirst();
    }
}
