package cn.siyu.domain.audience;

import cn.siyu.domain.content.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields an expression may use, in the order to show them (字段目录). What isn't in it can't
/// be asked.
public final class FieldCatalogue {
    private final Map<String, Field> byName = new LinkedHashMap<>();

    /// A catalogue of these fields.
    ///
    /// @throws IllegalArgumentException if two fields have one name, or a flag code names no
    ///     BOOLEAN field
    public FieldCatalogue(Collection<Field> fields) {
        for (Field field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException("two fields are called " + field.name());
            }
        }
        for (Field field : fields) {
            field.codes().flags().values().forEach(this::checkFlag);
        }
    }

    private void checkFlag(String name) {
        if (find(name).filter(f -> f.type() == FieldType.BOOLEAN).isEmpty()) {
            throw new IllegalArgumentException("a flag code stands for a BOOLEAN field, and this is none: " + name);
        }
    }

    /// All fields.
    public List<Field> fields() {
        return List.copyOf(byName.values());
    }

    /// The field of that exact name.
    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Which field somebody who wrote `name` probably meant: by a slip of the pen, by another case,
    /// or by its label.
    Optional<String> nearest(String name) {
        return byName.values().stream()
                .filter(f -> f.label().zh().equals(name) || f.label().en().equalsIgnoreCase(name))
                .map(Field::name)
                .findFirst()
                .or(() -> Spelling.nearest(name, byName.keySet()));
    }
}
