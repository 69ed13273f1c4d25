package cn.siyu.adapter.persistence.channel;

import cn.siyu.domain.channel.persona.Persona;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/// A persona as it is stored.
record PersonaJson(
        String name,
        Persona.Figure figure,
        String voice,
        List<TopicJson> topics,
        List<SlotJson> calendar,
        List<String> forbidden) {
    record TopicJson(String name, List<String> words) {}

    record SlotJson(DayOfWeek day, String time, String topic) {}

    static PersonaJson of(Persona persona) {
        return new PersonaJson(
                persona.name(),
                persona.figure(),
                persona.voice(),
                persona.topics().stream()
                        .map(topic -> new TopicJson(topic.name(), topic.words()))
                        .toList(),
                persona.calendar().stream()
                        .map(slot -> new SlotJson(slot.day(), slot.time().toString(), slot.topic()))
                        .toList(),
                persona.forbidden());
    }

    Persona persona() {
        return new Persona(
                name,
                figure,
                voice,
                topics.stream()
                        .map(topic -> new Persona.Topic(topic.name(), topic.words()))
                        .toList(),
                calendar.stream()
                        .map(slot -> new Persona.Slot(slot.day(), LocalTime.parse(slot.time()), slot.topic()))
                        .toList(),
                forbidden);
    }
}
