package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.meta.Words;
import cn.siyu.domain.audience.Field;
import cn.siyu.domain.audience.FieldType;
import cn.siyu.domain.audience.Operator;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// One thing that an expression can ask about.
///
/// @param name how an expression names it
/// @param type what its values are
/// @param operators what it can be asked
/// @param codes the codes it has today, if it has codes
/// @param codesOpen whether other codes are accepted too
/// @param label what people call it
/// @param example a whole condition that can be used as it stands
@Serdeable
@Schema(name = "Field", description = "One thing that an expression can ask about (字段)")
record FieldResource(
        @Schema(example = "trust.social", maxLength = 64) String name,
        FieldType type,

        @ArraySchema(maxItems = 20, schema = @Schema(example = ">=", maxLength = 20))
        List<String> operators,

        @ArraySchema(maxItems = 100, schema = @Schema(example = "INTEREST", maxLength = 60))
        List<String> codes,

        @Schema(example = "false") boolean codesOpen,
        Words label,

        @Schema(example = "trust.social >= 40", maxLength = 200)
        String example) {
    static FieldResource of(Field field) {
        return new FieldResource(
                field.name(),
                field.type(),
                field.type().operators().stream().map(Operator::text).toList(),
                field.codes().known(),
                field.codes().open(),
                Words.of(field.label().zh(), field.label().en()),
                field.example());
    }
}
