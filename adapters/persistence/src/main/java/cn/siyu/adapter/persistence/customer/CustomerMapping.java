package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.RowMapping;
import cn.siyu.domain.customer.Customer;
import org.mapstruct.Mapper;

@Mapper(config = RowMapping.class)
interface CustomerMapping {
    Customer customer(CustomerRow row);
}
