package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.sop.SopViews;
import cn.siyu.domain.sop.Sop;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An SOP: a program that leads customers through steps. What it does stands in its versions.
///
/// @param id its id
/// @param name what operators call it
/// @param state whether it takes customers in
/// @param activeVersion the number of the version that new customers are put in; null before the
///     first activation
/// @param nextLookAt when the engine looks at its audience next; null if it does not do so by
///     itself
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
@Schema(name = "Sop")
record SopResource(
        @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "新客欢迎", maxLength = 100) String name,
        Sop.State state,

        @Nullable @Schema(example = "2", minimum = "1") Integer activeVersion,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant nextLookAt,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    private static final int LONGEST_NAME = 100;

    static SopResource of(SopViews.OfSop view) {
        var sop = view.sop();
        return new SopResource(
                IdType.SOP.format(sop.publicId()),
                sop.name(),
                sop.state(),
                view.activeVersion(),
                sop.lookAt(),
                sop.createdAt(),
                sop.updatedAt(),
                sop.version());
    }

    /// Reads the name, which is all that is written here.
    static String name(Input in) {
        in.readOnly("state", "activeVersion", "nextLookAt");
        return in.text("name", LONGEST_NAME)
                .where(
                        name -> name.length() <= LONGEST_NAME, // a database may count emoji twice
                        ProblemCode.TOO_LONG,
                        Text.of("This is too long: emoji count twice.", "名称过长：表情符号按两个字符计算。"))
                .get();
    }
}
