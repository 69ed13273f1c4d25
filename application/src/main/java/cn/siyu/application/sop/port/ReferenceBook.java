package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.Collection;
import java.util.Map;

/// The numbers of what definitions refer to, by public id and back.
public interface ReferenceBook {
    /// The numbers of those that are there and may be used: no archived materials or contact ways.
    Map<PublicId, Long> numbers(BrandId brand, Kind kind, Collection<PublicId> ids);

    /// The public ids of those that are there, archived or not.
    Map<Long, PublicId> publicIds(BrandId brand, Kind kind, Collection<Long> numbers);
}
