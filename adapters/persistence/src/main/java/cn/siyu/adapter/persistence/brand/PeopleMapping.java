package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.RowMapping;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.StaffMember;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = RowMapping.class)
interface PeopleMapping {
    @Mapping(target = "brand", source = "brand")
    @Mapping(target = "id", source = "department.id")
    @Mapping(target = ".", source = "department")
    DepartmentRow row(BrandId brand, Department department);

    Department department(DepartmentRow row);

    @Mapping(target = "brand", source = "brand")
    @Mapping(target = "id", source = "member.id")
    @Mapping(target = ".", source = "member")
    StaffRow row(BrandId brand, StaffMember member);

    StaffMember member(StaffRow row);
}
