package cn.siyu.adapter.persistence;

import org.mapstruct.MapperConfig;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

/// How rows and domain records are mapped: a forgotten field does not compile.
@MapperConfig(
        componentModel = MappingConstants.ComponentModel.JAKARTA,
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        uses = RowValues.class)
public interface RowMapping {}
