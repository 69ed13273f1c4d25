package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.RowMapping;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = RowMapping.class)
interface CustomerMapping {
    @Mapping(target = "brand", source = "brand")
    @Mapping(target = "id", source = "customer.id")
    CustomerRow row(BrandId brand, Customer customer);

    Customer customer(CustomerRow row);
}
