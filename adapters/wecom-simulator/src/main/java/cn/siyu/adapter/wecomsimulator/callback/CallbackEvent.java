package cn.siyu.adapter.wecomsimulator.callback;

import java.util.Collection;

/// An event's XML, element by element in the platform's order. Texts are CDATA, whole numbers are
/// bare.
final class CallbackEvent {
    private final StringBuilder xml = new StringBuilder(512).append("<xml>");

    /// The head that all events of a corp share.
    CallbackEvent(String corpId, long at, String event) {
        text("ToUserName", corpId).text("FromUserName", "sys");
        number("CreateTime", at).text("MsgType", "event").text("Event", event);
    }

    CallbackEvent text(String name, String value) {
        xml.append('<').append(name).append("><![CDATA[");
        xml.append(value.replace("]]>", "]]]]><![CDATA[>"));
        xml.append("]]></").append(name).append('>');
        return this;
    }

    /// Adds an element unless its value is empty.
    CallbackEvent optional(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    CallbackEvent number(String name, long value) {
        xml.append('<').append(name).append('>').append(value);
        xml.append("</").append(name).append('>');
        return this;
    }

    /// Adds an element without CDATA around a value that needs none.
    CallbackEvent bare(String name, String value) {
        xml.append('<').append(name).append('>').append(value);
        xml.append("</").append(name).append('>');
        return this;
    }

    /// Adds a list of ids.
    CallbackEvent items(String name, Collection<String> values) {
        xml.append('<').append(name).append('>');
        values.forEach(value -> bare("Item", value));
        xml.append("</").append(name).append('>');
        return this;
    }

    String xml() {
        return xml + "</xml>";
    }
}
