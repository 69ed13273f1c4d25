package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.sop.ReadTemplates.Used;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Which departments' changes an enrolment has used.
///
/// @param enrolment which enrolment
/// @param steps step by step, those only that were not head office's
@Serdeable
@Schema(name = "EnrolmentVariants", description = "Which departments' changes an enrolment has used (实际执行内容)")
record EnrolmentVariantsResource(
        @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String enrolment,

        @ArraySchema(maxItems = 200) List<UsedStep> steps) {
    /// One step that was carried out as a department has it.
    ///
    /// @param step its number, from 0 as in the definition
    /// @param store at which store the customer was then
    /// @param department whose change it was
    /// @param number which of that department's changes: the `version` of its variant
    @Serdeable
    @Schema(name = "UsedStep", description = "One step that was carried out as a department has it")
    record UsedStep(
            @Schema(example = "2", minimum = "0") int step,

            @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String store,

            @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String department,

            @Schema(example = "1", minimum = "1") int number) {}

    static EnrolmentVariantsResource of(String enrolment, List<Used> used) {
        return new EnrolmentVariantsResource(
                enrolment,
                used.stream()
                        .map(one -> new UsedStep(
                                one.step(),
                                IdType.DEPARTMENT.format(one.store()),
                                IdType.DEPARTMENT.format(one.department()),
                                one.number()))
                        .toList());
    }
}
