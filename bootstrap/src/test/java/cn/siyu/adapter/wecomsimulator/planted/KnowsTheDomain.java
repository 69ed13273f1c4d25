package cn.siyu.adapter.wecomsimulator.planted;

import cn.siyu.domain.brand.BrandId;

/// Planted: the far side that knows our words.
record KnowsTheDomain(BrandId brand) {}
