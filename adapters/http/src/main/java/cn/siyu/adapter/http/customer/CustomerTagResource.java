package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.CustomerDetail;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A tag that a customer has.
///
/// @param id the tag
/// @param group the name of its group
/// @param name its name
@Serdeable
@Schema(name = "CustomerTag", description = "A tag that a customer has")
record CustomerTagResource(
        @Schema(example = "tag_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "意向", maxLength = 30) String group,
        @Schema(example = "高", maxLength = 30) String name) {
    static CustomerTagResource of(CustomerDetail.SetTag tag) {
        return new CustomerTagResource(IdType.TAG.format(tag.id()), tag.group(), tag.name());
    }
}
