package cn.siyu.application.brand;

import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a department or store is to be.
///
/// @param externalId the brand's own key of it; null if it has none
/// @param parent the public id of the one above it; null for a root
/// @param zone a store's own time zone; null: the brand's
public record DepartmentWish(
        @Nullable String externalId,
        Department.Kind kind,
        @Nullable PublicId parent,
        String name,
        @Nullable ZoneId zone,
        @Nullable String address) {
    private static final int MOST_NAME = 100;
    private static final int MOST_KEY = 120;
    private static final int MOST_ADDRESS = 200;

    void check(Inputs inputs) {
        inputs.optionalText("/externalId", externalId, MOST_KEY);
        inputs.text("/name", name, MOST_NAME);
        inputs.optionalText("/address", address, MOST_ADDRESS);
    }
}
