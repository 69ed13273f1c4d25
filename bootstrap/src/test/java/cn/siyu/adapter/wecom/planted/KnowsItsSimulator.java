package cn.siyu.adapter.wecom.planted;

import cn.siyu.adapter.wecomsimulator.WeComSimulator;

/// Planted: the client that knows its own stand-in.
record KnowsItsSimulator(WeComSimulator simulator) {}
