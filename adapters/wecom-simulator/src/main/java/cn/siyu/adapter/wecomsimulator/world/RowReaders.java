package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;

/// How rows are read. Nothing may be null, in a list neither, but what its record calls
/// `@Nullable`; a text is no number and a number no text.
final class RowReaders {
    /// Rows of a journal: a number or a flag that an older journal does not have yet is 0 or false.
    static final ObjectReader JOURNAL = mapper().readerFor(Row.class);

    /// Rows of a world file: every field is there, null where it is nothing.
    static final ObjectReader FILE = mapper().readerFor(Row.class)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RowReaders() {}

    private static ObjectMapper mapper() {
        var mapper = Json.MAPPER.copy();
        mapper.setAnnotationIntrospector(new NullsOfRecords());
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(mapper, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(mapper, LogicalType.Textual, CoercionInputShape.Boolean);
        refuse(mapper, LogicalType.Integer, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper, LogicalType.Integer, CoercionInputShape.Boolean, CoercionInputShape.Float);
        refuse(mapper, LogicalType.Float, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.Integer);
        return mapper;
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /// Refuses null for the components of a record that are not `@Nullable`.
    private static final class NullsOfRecords extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSetter.Value findSetterInfo(Annotated member) {
            // an absent primitive would count as null
            return member instanceof AnnotatedParameter parameter
                            && !parameter.getRawType().isPrimitive()
                            && !isNullable(parameter)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)
                    : super.findSetterInfo(member);
        }

        private static boolean isNullable(AnnotatedParameter parameter) {
            return parameter.getOwner().getMember() instanceof Executable maker
                    && maker.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
        }
    }
}
