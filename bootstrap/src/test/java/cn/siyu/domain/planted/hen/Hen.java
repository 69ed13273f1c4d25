package cn.siyu.domain.planted.hen;

import cn.siyu.domain.planted.egg.Egg;

/// Planted, with its egg: a circle.
public record Hen(Egg from) {}
