package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.graduation.ReadPrograms;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.graduation.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that leads customers to other accounts.
@Serdeable
@Schema(name = "Graduation", description = "A program that leads customers to other accounts (迁移计划)")
record ProgramResource(
        @Schema(description = "Its id", example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(description = "What people call it", example = "前 2% 迁移到个人号", maxLength = 100)
        String name,

        Program.Kind kind,

        @Nullable
        @Schema(
                description = "Who of those that fit, as an expression; null: all of them",
                nullable = true,
                example = "value.tier = CORE and trust.social >= 50",
                maxLength = 8000)
        String audience,

        @Schema(description = "Share of customers who are never invited", example = "0.2", minimum = "0", maximum = "1")
        double holdout,

        @ArraySchema(
                maxItems = 200,
                schema = @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30),
                arraySchema = @Schema(description = "To which accounts"))
        List<String> accounts,

        @Schema(
                description = "From what the invitation is written",
                example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd",
                maxLength = 30)
        String material,

        @Nullable
        @Schema(
                description = "Into which SOP whoever accepts is put",
                nullable = true,
                example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd",
                maxLength = 30)
        String sop,

        @Schema(description = "How long an invitation holds", example = "PT336H", maxLength = 30)
        String answerWithin,

        Program.State state,

        @Nullable @Schema(description = "When it is looked who fits next", example = "2026-11-24T09:40:00.000Z")
        Instant nextLookAt,

        @Nullable @Schema(description = "When it was activated first", example = "2026-11-23T09:40:00.000Z")
        Instant startedAt,

        @Nullable @Schema(description = "When it ended for good", example = "2027-01-23T09:40:00.000Z")
        Instant endedAt,

        @Schema(description = "When it was made", example = "2026-11-23T09:40:00.000Z")
        Instant createdAt,

        @Schema(description = "When it was changed last", example = "2026-11-23T09:40:00.000Z")
        Instant updatedAt,

        @Schema(description = "Counts its changes", example = "1", minimum = "1")
        int version)
        implements Versioned {
    static ProgramResource of(ReadPrograms.View view) {
        var program = view.program();
        var audience = program.audience();
        var sop = view.sop();
        return new ProgramResource(
                IdType.GRADUATION.format(program.publicId()),
                program.name(),
                program.kind(),
                audience == null ? null : ExpressionLanguage.text(audience),
                program.holdout().buckets() / (double) Assignment.BUCKETS,
                view.accounts().stream().map(IdType.CHANNEL_ACCOUNT::format).toList(),
                IdType.MATERIAL.format(view.material()),
                sop == null ? null : IdType.SOP.format(sop),
                program.answerWithin().toString(),
                program.state(),
                program.lookAt(),
                program.startedAt(),
                program.endedAt(),
                program.createdAt(),
                program.updatedAt(),
                program.version());
    }
}
