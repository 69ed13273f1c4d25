package cn.siyu.domain.planted.egg;

import cn.siyu.domain.planted.hen.Hen;

/// Planted, with its hen: a circle.
public record Egg(Hen from) {}
