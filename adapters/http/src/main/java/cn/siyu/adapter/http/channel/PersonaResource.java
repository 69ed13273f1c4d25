package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.channel.port.Personas.Kept;
import cn.siyu.domain.channel.persona.Persona;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Who an account, or the whole brand, is for its customers (人设).
///
/// @param name what it is called
/// @param figure what kind of figure it is
/// @param voice how it speaks, in words for people
/// @param topics what it speaks about; none: about anything
/// @param calendar when it posts to moments about what
/// @param forbiddenClaims claims it never makes
/// @param createdAt when it was set first
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
@Schema(name = "Persona", description = "Who an account, or the whole brand, is for its customers (人设)")
record PersonaResource(
        @Schema(example = "小完子", maxLength = 60) String name,
        Persona.Figure figure,
        @Schema(example = "亲切，像闺蜜一样说话", maxLength = 500) String voice,
        @ArraySchema(maxItems = 50) List<Topic> topics,
        @ArraySchema(maxItems = 100) List<Slot> calendar,

        @ArraySchema(maxItems = 200, schema = @Schema(example = "永久美白", maxLength = 60))
        List<String> forbiddenClaims,

        @Schema(example = "2026-11-23T09:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:00:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int NAME = 60;

    /// What a persona speaks about.
    ///
    /// @param name what it is called
    /// @param words by which a text is recognised, beside the name itself
    @Serdeable
    @Schema(name = "PersonaTopic", description = "What a persona speaks about")
    record Topic(
            @Schema(example = "护肤", maxLength = 60) String name,

            @ArraySchema(maxItems = 50, schema = @Schema(example = "防晒", maxLength = 60))
            List<String> words) {}

    /// When a persona posts to moments.
    ///
    /// @param day the day of the week
    /// @param at the time of day, in the brand's zone
    /// @param topic the name of one of the topics
    @Serdeable
    @Schema(name = "PersonaSlot", description = "When a persona posts to moments")
    record Slot(
            DayOfWeek day,
            @Schema(example = "20:30", maxLength = 5) String at,
            @Schema(example = "护肤", maxLength = 60) String topic) {}

    static PersonaResource of(Kept kept) {
        var persona = kept.persona();
        return new PersonaResource(
                persona.name(),
                persona.figure(),
                persona.voice(),
                persona.topics().stream()
                        .map(topic -> new Topic(topic.name(), topic.words()))
                        .toList(),
                persona.calendar().stream()
                        .map(slot -> new Slot(slot.day(), slot.time().format(TIME), slot.topic()))
                        .toList(),
                persona.forbidden(),
                kept.createdAt(),
                kept.updatedAt(),
                kept.version());
    }

    /// Reads a persona as somebody wrote it.
    static Persona read(Input in) {
        var topics = in.list("topics", 0, 50)
                .objects(one -> new Persona.Topic(
                        one.text("name", NAME).get(),
                        one.list("words", 0, 50).texts(NAME).or(List.of())))
                .or(List.of());
        return new Persona(
                in.text("name", NAME).get(),
                in.oneOf("figure", Persona.Figure.class).get(),
                in.textOrEmpty("voice", 500).or(""),
                topics,
                in.list("calendar", 0, 100).objects(one -> slot(one, topics)).or(List.of()),
                in.list("forbiddenClaims", 0, 200).texts(NAME).or(List.of()));
    }

    private static Persona.Slot slot(Input in, List<Persona.Topic> topics) {
        return new Persona.Slot(
                in.oneOf("day", DayOfWeek.class).get(),
                in.localTime("at").or(LocalTime.NOON),
                in.text("topic", NAME)
                        .where(
                                topic -> topics.stream()
                                        .anyMatch(one -> one.name().equals(topic)),
                                ProblemCode.REFERENCE_UNKNOWN,
                                Text.of("The persona has no such topic.", "人设中没有此话题。"))
                        .get());
    }
}
