package cn.siyu.adapter.persistence.planted;

import cn.siyu.adapter.wecom.WeComAdapter;

/// Planted: a store that knows a channel.
record KnowsWeCom(WeComAdapter adapter) {}
