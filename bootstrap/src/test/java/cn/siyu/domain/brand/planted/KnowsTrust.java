package cn.siyu.domain.brand.planted;

import cn.siyu.domain.trust.Confidence;

/// Planted: brand is before trust in the line.
record KnowsTrust(Confidence confidence) {}
