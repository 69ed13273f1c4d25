package cn.siyu.application.sop;

import cn.siyu.application.sop.port.ReferenceBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.DefinitionReader;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.DefinitionWriter;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopNaming;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads and writes definitions in the form that clients see: what they refer to is checked to be
/// there. Stores nothing.
public final class ReadDefinition {
    private final ReferenceBook book;

    public ReadDefinition(ReferenceBook book) {
        this.book = book;
    }

    /// Reads a tree; all mistakes at once.
    public Read read(BrandId brand, @Nullable Object tree, IdForm form) {
        var asked = new Asked(form);
        DefinitionReader.read(tree, asked);
        var known = new EnumMap<Kind, Map<PublicId, Long>>(Kind.class);
        asked.ids.forEach((kind, ids) -> known.put(kind, book.numbers(brand, kind, ids)));
        return DefinitionReader.read(tree, new Known(form, known));
    }

    /// Checks that everything a definition refers to is there still.
    public Read again(BrandId brand, SopDefinition definition, IdForm form) {
        return read(brand, write(brand, definition, form), form);
    }

    /// Writes a definition.
    public Map<String, Object> write(BrandId brand, SopDefinition definition, IdForm form) {
        return write(brand, List.of(definition), form).getFirst();
    }

    /// Writes several definitions, with as many queries as for one.
    public List<Map<String, Object>> write(BrandId brand, List<SopDefinition> definitions, IdForm form) {
        var mentioned = new Mentioned();
        definitions.forEach(definition -> DefinitionWriter.write(definition, mentioned));
        var known = new EnumMap<Kind, Map<Long, PublicId>>(Kind.class);
        mentioned.numbers.forEach((kind, numbers) -> known.put(kind, book.publicIds(brand, kind, numbers)));
        var naming = new Written(form, known);
        return definitions.stream()
                .map(definition -> DefinitionWriter.write(definition, naming))
                .toList();
    }

    /// Takes everything for known and notes what was asked.
    private static final class Asked implements SopNaming {
        private final IdForm form;
        private final Map<Kind, Set<PublicId>> ids = new EnumMap<>(Kind.class);

        Asked(IdForm form) {
            this.form = form;
        }

        @Override
        public OptionalLong number(Kind kind, String text) {
            form.read(kind, text)
                    .ifPresent(id ->
                            ids.computeIfAbsent(kind, _ -> new HashSet<>()).add(id));
            return OptionalLong.of(1);
        }

        @Override
        public String text(Kind kind, long number) {
            throw new IllegalStateException("only reads");
        }
    }

    private record Known(IdForm form, Map<Kind, Map<PublicId, Long>> known) implements SopNaming {
        @Override
        public OptionalLong number(Kind kind, String text) {
            Map<PublicId, Long> numbers = known.getOrDefault(kind, Map.of());
            return form.read(kind, text).map(numbers::get).map(OptionalLong::of).orElse(OptionalLong.empty());
        }

        @Override
        public String text(Kind kind, long number) {
            throw new IllegalStateException("only reads");
        }
    }

    private static final class Mentioned implements SopNaming {
        private final Map<Kind, Set<Long>> numbers = new EnumMap<>(Kind.class);

        @Override
        public OptionalLong number(Kind kind, String text) {
            throw new IllegalStateException("only writes");
        }

        @Override
        public String text(Kind kind, long number) {
            numbers.computeIfAbsent(kind, _ -> new HashSet<>()).add(number);
            return "";
        }
    }

    private record Written(IdForm form, Map<Kind, Map<Long, PublicId>> known) implements SopNaming {
        @Override
        public OptionalLong number(Kind kind, String text) {
            throw new IllegalStateException("only writes");
        }

        @Override
        public String text(Kind kind, long number) {
            Map<Long, PublicId> ids = known.getOrDefault(kind, new HashMap<>());
            return form.write(kind, Objects.requireNonNull(ids.get(number), "nothing is ever deleted"));
        }
    }
}
