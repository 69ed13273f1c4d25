package cn.siyu.application.brand;

import cn.siyu.domain.id.PublicId;
import org.jspecify.annotations.Nullable;

/// What a staff member (成员) is to be.
///
/// @param externalId the brand's own key of the person; null if there is none
/// @param department the public id of where the person works
public record StaffWish(@Nullable String externalId, String name, PublicId department, boolean active) {
    private static final int MOST_NAME = 100;
    private static final int MOST_KEY = 120;

    void check(Inputs inputs) {
        inputs.optionalText("/externalId", externalId, MOST_KEY);
        inputs.text("/name", name, MOST_NAME);
    }
}
