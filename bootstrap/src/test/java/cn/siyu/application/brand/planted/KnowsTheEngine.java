package cn.siyu.application.brand.planted;

import cn.siyu.application.engine.RunDueWork;

/// Planted: brand is before the engine in the line.
record KnowsTheEngine(RunDueWork work) {}
