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

/// The values that rows and domain records write differently, for the generated mappings. Never given null.
@Singleton
public final class RowValues {
    public BrandId brandId(int value) {
        return new BrandId(value);
    }

    public int number(BrandId id) {
        return id.value();
    }

    public DepartmentId departmentId(Long value) {
        return new DepartmentId(value);
    }

    public Long number(DepartmentId id) {
        return id.value();
    }

    public StaffId staffId(Long value) {
        return new StaffId(value);
    }

    public Long number(StaffId id) {
        return id.value();
    }

    public ChannelAccountId channelAccountId(Long value) {
        return new ChannelAccountId(value);
    }

    public Long number(ChannelAccountId id) {
        return id.value();
    }

    public ContactWayId contactWayId(Long value) {
        return new ContactWayId(value);
    }

    public Long number(ContactWayId id) {
        return id.value();
    }

    public CustomerId customerId(Long value) {
        return new CustomerId(value);
    }

    public Long number(CustomerId id) {
        return id.value();
    }

    public IdentityId identityId(Long value) {
        return new IdentityId(value);
    }

    public Long number(IdentityId id) {
        return id.value();
    }

    public RelationshipId relationshipId(Long value) {
        return new RelationshipId(value);
    }

    public Long number(RelationshipId id) {
        return id.value();
    }

    public TagId tagId(Long value) {
        return new TagId(value);
    }

    public Long number(TagId id) {
        return id.value();
    }

    public PublicId publicId(UUID value) {
        return new PublicId(value);
    }

    public UUID uuid(PublicId id) {
        return id.value();
    }

    public ZoneId zone(String value) {
        return ZoneId.of(value);
    }

    public String text(ZoneId zone) {
        return zone.getId();
    }
}
