package cn.siyu.domain.sop.template;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a department or store does otherwise in a version (门店覆盖). It is written once; another
/// one with a higher number takes its place, so that what an enrolment has used can be read for
/// ever.
///
/// @param number 1, 2, 3 … for this department and version
/// @param optedOut whether customers of this department are left out; null: as the department above
///     says
/// @param steps the steps that are otherwise, by their numbers; the others are as the department
///     above has them
/// @param by the public id of the key that wrote it
public record StoreVariant(
        long id,
        PublicId publicId,
        SopVersionId sopVersion,
        DepartmentId department,
        int number,
        @Nullable Boolean optedOut,
        Map<Integer, Step> steps,
        PublicId by,
        Instant at) {
    public StoreVariant {
        steps = Map.copyOf(steps);
        if (number < 1) {
            throw new IllegalArgumentException("variants are counted from 1");
        }
    }
}
