package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.proof.Claims;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that an endpoint refuses, one per line of `errcode-requests.csv`: errcode, endpoint,
/// condition, request. A request that begins with `&` is a query, every other one a body, in which
/// `'` stands for `"`, `{name}` for something of the [ErrcodeCorp], `{x*300}` for 300 times the
/// letter x, and `[id*101]` for a list of 101 ids. A request that begins with `~` is made by the
/// app that sees staff-02 only, one that begins with `@` by the one for the contact sync. A fifth
/// column holds limits of the corp that are in force meanwhile.
class ErrcodeRequestsTest {
    private static final Path REQUESTS = Path.of("src/test/resources/errcode-requests.csv");
    private static final Pattern LONG_TEXT = Pattern.compile("\\{x\\*(\\d+)}");
    private static final Pattern LONG_LIST = Pattern.compile("\\[([\\w-]+)\\*(\\d+)]");
    private static final WeComSimulator SIMULATOR = WeComSimulator.start(SimulatorSettings.inMemory());
    private static final TestClient CLIENT = new TestClient(SIMULATOR);
    private static final Map<String, String> THINGS = new HashMap<>();

    /// One line of the file.
    record Line(int errcode, String endpoint, String condition, String request, String limits) {}

    static Stream<Line> lines() {
        return Claims.lines(REQUESTS)
                .map(column -> new Line(
                        Integer.parseInt(column[0]),
                        column[1],
                        column[2],
                        column[3],
                        column.length > 4 ? column[4] : ""));
    }

    @BeforeAll
    static void fill() {
        ErrcodeCorp.fill(CLIENT, THINGS);
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isRefused(Line line) {
        var by = "~@".indexOf(line.request().charAt(0));
        var request = written(by < 0 ? line.request() : line.request().substring(1));
        limit(line.limits());
        var path = Claims.path(line.endpoint()) + "?access_token=" + token(by);
        var answer = request.startsWith("&")
                ? CLIENT.exchange("GET", path + request, "").body()
                : CLIENT.exchange("POST", path, request).body();
        assertThat(answer).as(line.toString()).contains("\"errcode\":" + line.errcode());
    }

    private static void limit(String overrides) {
        var some = overrides.isEmpty() ? "{}" : overrides.replace('\'', '"');
        CLIENT.control("PUT", "/limits", "{\"overrides\":" + some + "}");
    }

    private static String token(int by) {
        var secret =
                List.of(TestClient.SECRET, ErrcodeCorp.NARROW, ErrcodeCorp.SYNC).get(by + 1);
        return CLIENT.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=" + secret)
                .path("access_token")
                .asText();
    }

    private static String written(String request) {
        var text = request;
        for (var thing : THINGS.entrySet()) {
            text = text.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        text = LONG_TEXT.matcher(text).replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
        text = LONG_LIST.matcher(text).replaceAll(found -> list(found.group(1), Integer.parseInt(found.group(2))));
        return text.replace('\'', '"');
    }

    private static String list(String word, int times) {
        return "[" + ("'" + word + "',").repeat(times - 1) + "'" + word + "']";
    }
}
