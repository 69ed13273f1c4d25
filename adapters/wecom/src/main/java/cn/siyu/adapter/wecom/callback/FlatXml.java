package cn.siyu.adapter.wecom.callback;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads `<xml><A>…</A><B>…</B></xml>` into a map of the root's own elements. It comes from
/// outside: a DTD is refused as such, no entity is resolved, size, depth and number of elements are
/// bounded.
final class FlatXml {
    static final int MAX_CHARS = 1 << 20;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ELEMENTS = 2000;
    private static final XMLInputFactory FACTORY = factory();

    private FlatXml() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty("jdk.xml.dtd.support", "deny");
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Empty when it is not such a document. An element that appears twice makes the document
    /// ambiguous, hence unreadable, unless it has elements of its own, which are passed over.
    static Optional<Map<String, String>> read(String xml) {
        if (xml.length() > MAX_CHARS) {
            return Optional.empty();
        }
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            try {
                return Optional.of(new Walk(reader).fields());
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | Unreadable _) {
            return Optional.empty();
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private static final class Walk {
        private final XMLStreamReader reader;
        private final Map<String, String> fields = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private int depth;
        private int elements;
        private boolean nested;

        Walk(XMLStreamReader reader) {
            this.reader = reader;
        }

        Map<String, String> fields() throws XMLStreamException, Unreadable {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Unreadable("a DTD or an entity");
                    default -> {} // comments, spaces, processing instructions say nothing
                }
            }
            return Map.copyOf(fields);
        }

        private void start(String name) throws Unreadable {
            depth++;
            elements++;
            if (depth > MAX_DEPTH || elements > MAX_ELEMENTS || (depth == 1 && !name.equals("xml"))) {
                throw new Unreadable("not a document of the platform");
            }
            nested = depth > 2;
            text.setLength(0);
        }

        private void end(String name) throws Unreadable {
            if (depth == 2 && !nested && fields.put(name, text.toString()) != null) {
                throw new Unreadable("twice: " + name);
            }
            depth--;
            if (depth == 1) {
                nested = false;
            }
        }
    }
}
