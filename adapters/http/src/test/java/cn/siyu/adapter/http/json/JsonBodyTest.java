package cn.siyu.adapter.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final String CUSTOMER = IdType.CUSTOMER.format(new PublicId(new UUID(5, 7)));
    private static final String TAG = IdType.TAG.format(new PublicId(new UUID(5, 7)));

    enum Colour {
        RED,
        GREEN
    }

    sealed interface Step {
        record Wait(Duration delay) implements Step {
            static Wait read(Input in) {
                return new Wait(
                        in.duration("delay", Duration.ZERO, Duration.ofDays(30)).get());
            }
        }

        record Say(String text) implements Step {
            static Say read(Input in) {
                return new Say(in.text("text", 20).get());
            }
        }

        static Step read(Input in) {
            return in.choose("kind", ordered("WAIT", Wait::read, "SAY", Say::read));
        }

        private static Map<String, Function<Input, ? extends Step>> ordered(
                String a, Function<Input, ? extends Step> first, String b, Function<Input, ? extends Step> second) {
            var map = new LinkedHashMap<String, Function<Input, ? extends Step>>();
            map.put(a, first);
            map.put(b, second);
            return map;
        }
    }

    record Plan(
            String name,
            int days,
            boolean loud,
            Colour colour,
            @Nullable Instant at,
            List<Step> steps) {
        static Plan read(Input in) {
            return new Plan(
                    in.text("name", 10).get(),
                    in.integer("days", 1, 30).get(),
                    in.flag("loud").or(false),
                    in.oneOf("colour", Colour.class).or(Colour.RED),
                    in.instant("at").orNull(),
                    in.list("steps", 0, 5).objects(Step::read).or(List.of()));
        }
    }

    @Test
    void readsABodyIntoARecord() {
        Plan plan = body("""
                {"name": "春天", "days": 3, "loud": true, "colour": "GREEN", "at": "2026-11-23T09:30:00+08:00",
                 "steps": [{"kind": "WAIT", "delay": "P3D"}, {"kind": "SAY", "text": "hi"}]}""").read(Plan::read);
        assertThat(plan)
                .isEqualTo(new Plan(
                        "春天",
                        3,
                        true,
                        Colour.GREEN,
                        Instant.parse("2026-11-23T01:30:00Z"),
                        List.of(new Step.Wait(Duration.ofDays(3)), new Step.Say("hi"))));
    }

    @Test
    void treatsNullAsAbsent() {
        assertThat(body("{\"name\":\"a\",\"days\":1,\"at\":null,\"steps\":null,\"colour\":null}")
                        .read(Plan::read))
                .isEqualTo(new Plan("a", 1, false, Colour.RED, null, List.of()));
    }

    @Test
    void tellsAllMistakesInDocumentOrderWithTheirPlaces() {
        assertThat(mistakes("""
                {"colur": "RED", "days": 31, "name": "much too long a name", "steps": [
                   {"kind": "WAIT", "delay": "soon"},
                   {"kind": "SHOUT", "text": "x"},
                   {"kind": "SAY", "txt": "x"}, 7], "at": "yesterday", "days": 31}"""))
                .containsExactly(
                        "/colur unknown-property",
                        "/days duplicate-property",
                        "/days out-of-range",
                        "/name too-long",
                        "/steps/0/delay bad-format",
                        "/steps/1/kind not-one-of",
                        "/steps/2/txt unknown-property",
                        "/steps/2/text missing",
                        "/steps/3 wrong-type",
                        "/at bad-format");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        var problem = refusal("{\"name\":\"a\",\"day_s\":1}");
        assertThat(problem.mistakes().getFirst().detail().en()).isEqualTo("day_s is unknown here; did you mean days?");
        assertThat(problem.mistakes().getFirst().detail().zh()).contains("days");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":7,"days":1}               | /name wrong-type
            {"name":" ","days":1}             | /name empty
            {"name":"a\\u0000","days":1}      | /name bad-character
            {"name":"\\ud83d","days":1}       | /name bad-character
            {"name":"a","days":"1"}           | /days wrong-type
            {"name":"a","days":1.5}           | /days wrong-type
            {"name":"a","days":1e999}         | /days out-of-range
            {"name":"a","days":-1e-999}       | /days wrong-type
            {"name":"a","days":1,"loud":"no"} | /loud wrong-type
            {"name":"a","days":1,"at":"+999999999-01-01T00:00:00Z"} | /at out-of-range
            {"name":"a","days":1,"colour":"green"} | /colour not-one-of
            {"name":"a","days":1,"steps":{}}  | /steps wrong-type
            {"name":"a","days":1,"steps":[1,1,1,1,1,1]} | /steps too-many
            {"name":"a","days":1,"steps":[null]} | /steps/0 wrong-type
            {"name":"a","days":1,"a/b~c":1}   | /a~1b~0c unknown-property
            {"name":"a"}                      | /days missing
            []                                | ' wrong-type'
            """)
    void namesThePlaceAndTheKindOfAMistake(String json, String expected) {
        assertThat(mistakes(json)).containsExactly(expected);
    }

    @Test
    void countsCharactersNotSurrogates() {
        assertThat(body("{\"name\":\"" + "🍵".repeat(10) + "\",\"days\":1}")
                        .read(Plan::read)
                        .name())
                .isEqualTo("🍵".repeat(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'a':1}",
                "{\"a\":1,}",
                "{} {}",
                "nope",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":\"\u0001\"}",
                "[1,2",
                "{\"a\" 1}"
            })
    void refusesWhatIsNotJson(String json) {
        var problem = refusal(json);
        assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(problem.detail().en()).contains("line 1, column ");
    }

    @Test
    void refusesDepthAndLongNumbersAndBrokenEncoding() {
        assertThat(refusal("[".repeat(40) + "]".repeat(40)).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refusal("{\"a\":" + "1".repeat(50) + "}").code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        var latin1 = new JsonBody(
                Optional.of(MediaType.APPLICATION_JSON_TYPE),
                () -> "{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
                JSON);
        assertThat(refusal(latin1).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refusal("  ").code()).isEqualTo(ProblemCode.BODY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=GBK"})
    void refusesOtherMediaTypes(String type) {
        var problem = refusal(
                new JsonBody(Optional.of(MediaType.of(type)), () -> "{}".getBytes(StandardCharsets.UTF_8), JSON));
        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Nested
    class Ids {
        record Pick(PublicId customer, List<PublicId> others) {
            static Pick read(Input in) {
                return new Pick(
                        in.id("customer", IdType.CUSTOMER).get(),
                        in.list("others", 0, 9).ids(IdType.CUSTOMER).or(List.of()));
            }
        }

        @Test
        void answersWrongIdTypeIfThatIsAllThatIsWrong() {
            var problem = refusal(body("{\"customer\":\"" + TAG + "\"}"), Pick::read);
            assertThat(problem.code()).isEqualTo(ProblemCode.WRONG_ID_TYPE);
            assertThat(problem.detail().en())
                    .contains("tag")
                    .contains("customer")
                    .contains("cus_");
        }

        @Test
        void answersInvalidBodyIfMoreIsWrong() {
            var problem = refusal(
                    body("{\"customer\":\"" + TAG + "\",\"others\":[\"" + CUSTOMER + "\",\"cus_1\"]}"), Pick::read);
            assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_BODY);
            assertThat(told(problem)).containsExactly("/customer wrong-id-type", "/others/1 bad-format");
        }
    }

    @Nested
    class Patches {
        @Test
        void mergesAndReadsTheWhole() {
            var current = JsonReader.read(
                    "{\"name\":\"a\",\"days\":2,\"at\":\"2026-01-01T00:00:00Z\",\"loud\":true}"
                            .getBytes(StandardCharsets.UTF_8),
                    new java.util.ArrayList<>());
            Plan plan = body("{\"days\":3,\"at\":null}").patch(current, Plan::read);
            assertThat(plan).isEqualTo(new Plan("a", 3, true, Colour.RED, null, List.of()));
        }

        @Test
        void refusesToRemoveWhatMustBeThere() {
            var current = JsonReader.read(
                    "{\"name\":\"a\",\"days\":2}".getBytes(StandardCharsets.UTF_8), new java.util.ArrayList<>());
            var problem = catchThrowableOfType(
                    ProblemException.class,
                    () -> body("{\"name\":null,\"dayz\":3}").patch(current, Plan::read));
            assertThat(told(problem)).containsExactly("/dayz unknown-property", "/name missing");
        }
    }

    @Test
    void describesWhatAReaderReads() {
        String schema = Input.describe(Plan::read).toString();
        assertThat(schema).startsWith("{type=object, properties={name={").contains("additionalProperties=false");
        assertThat(schema)
                .contains(
                        "required=[name, days]",
                        "maxLength=10",
                        "maximum=30",
                        "enum=[RED, GREEN]",
                        "format=date-time",
                        "maxItems=5");
        assertThat(schema)
                .contains("oneOf=[{type=object, properties={kind={const=WAIT}, delay={")
                .contains("kind={const=SAY}, text={");
        assertThat(Input.describe(Plan::read).get("properties"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("name", "days", "loud", "colour", "at", "steps");
    }

    @Test
    void convertsAndComplains() {
        Function<Input, BigDecimal> reader = in -> {
            in.text("slug", 20)
                    .as(
                            text -> text.startsWith("a") ? Optional.of(text.length()) : Optional.empty(),
                            ProblemCode.BAD_FORMAT,
                            Text.of("a slug begins with a", "以 a 开头"))
                    .get();
            return in.decimal("share", BigDecimal.ZERO, BigDecimal.TEN).get();
        };
        assertThat(told(refusal(body("{\"slug\":\"b\",\"share\":1.1234567}"), reader)))
                .containsExactly("/slug bad-format", "/share bad-format");
        assertThat(body("{\"slug\":\"ab\",\"share\":1.123456}").read(reader)).isEqualTo(new BigDecimal("1.123456"));
    }

    @Test
    void tellsTheMistakeAndNotTheTripThatFollowsFromIt() {
        Function<Input, String> tripping = in -> in.text("name", 5)
                .as(text -> Optional.<String>empty(), ProblemCode.BAD_FORMAT, Text.same("no"))
                .get()
                .strip();
        assertThat(told(refusal(body("{\"name\":\"a\"}"), tripping))).containsExactly("/name bad-format");
    }

    private static JsonBody body(String json) {
        return new JsonBody(
                Optional.of(MediaType.APPLICATION_JSON_TYPE), () -> json.getBytes(StandardCharsets.UTF_8), JSON);
    }

    private static List<String> mistakes(String json) {
        return told(refusal(json));
    }

    private static ProblemException refusal(String json) {
        return refusal(body(json));
    }

    private static ProblemException refusal(JsonBody body) {
        return refusal(body, Plan::read);
    }

    private static <T> ProblemException refusal(JsonBody body, Function<Input, T> reader) {
        return catchThrowableOfType(ProblemException.class, () -> body.read(reader));
    }

    private static List<String> told(ProblemException problem) {
        return problem.mistakes().stream()
                .map(each -> ((Mistake.Place.Pointer) each.place()).value() + " "
                        + each.code().code())
                .toList();
    }
}
