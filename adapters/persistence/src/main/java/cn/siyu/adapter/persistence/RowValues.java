package cn.siyu.adapter.persistence;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The values that rows and domain records write differently, for the generated mappings. Null
/// stays null.
@Singleton
public final class RowValues {
    public BrandId brandId(int value) {
        return new BrandId(value);
    }

    public int number(BrandId id) {
        return id.value();
    }

    public @Nullable DepartmentId departmentId(@Nullable Long value) {
        return value == null ? null : new DepartmentId(value);
    }

    public @Nullable Long number(@Nullable DepartmentId id) {
        return id == null ? null : id.value();
    }

    public @Nullable StaffId staffId(@Nullable Long value) {
        return value == null ? null : new StaffId(value);
    }

    public @Nullable Long number(@Nullable StaffId id) {
        return id == null ? null : id.value();
    }

    public @Nullable ChannelAccountId channelAccountId(@Nullable Long value) {
        return value == null ? null : new ChannelAccountId(value);
    }

    public @Nullable Long number(@Nullable ChannelAccountId id) {
        return id == null ? null : id.value();
    }

    public @Nullable ContactWayId contactWayId(@Nullable Long value) {
        return value == null ? null : new ContactWayId(value);
    }

    public @Nullable Long number(@Nullable ContactWayId id) {
        return id == null ? null : id.value();
    }

    public @Nullable CustomerId customerId(@Nullable Long value) {
        return value == null ? null : new CustomerId(value);
    }

    public @Nullable Long number(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    public @Nullable IdentityId identityId(@Nullable Long value) {
        return value == null ? null : new IdentityId(value);
    }

    public @Nullable Long number(@Nullable IdentityId id) {
        return id == null ? null : id.value();
    }

    public @Nullable RelationshipId relationshipId(@Nullable Long value) {
        return value == null ? null : new RelationshipId(value);
    }

    public @Nullable Long number(@Nullable RelationshipId id) {
        return id == null ? null : id.value();
    }

    public @Nullable TagId tagId(@Nullable Long value) {
        return value == null ? null : new TagId(value);
    }

    public @Nullable Long number(@Nullable TagId id) {
        return id == null ? null : id.value();
    }

    public @Nullable PublicId publicId(@Nullable UUID value) {
        return value == null ? null : new PublicId(value);
    }

    public @Nullable UUID uuid(@Nullable PublicId id) {
        return id == null ? null : id.value();
    }

    public @Nullable ZoneId zone(@Nullable String value) {
        return value == null ? null : ZoneId.of(value);
    }

    public @Nullable String text(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}
