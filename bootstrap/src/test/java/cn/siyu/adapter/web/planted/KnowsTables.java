package cn.siyu.adapter.web.planted;

import cn.siyu.adapter.persistence.Sql;

/// Planted: a fetcher that goes to the tables by itself.
record KnowsTables(Sql sql) {}
