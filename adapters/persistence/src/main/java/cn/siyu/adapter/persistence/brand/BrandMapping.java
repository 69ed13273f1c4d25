package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.RowMapping;
import cn.siyu.domain.brand.Brand;
import org.mapstruct.Mapper;

@Mapper(config = RowMapping.class)
interface BrandMapping {
    BrandRow row(Brand brand);

    Brand brand(BrandRow row);
}
