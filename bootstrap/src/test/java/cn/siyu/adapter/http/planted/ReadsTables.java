package cn.siyu.adapter.http.planted;

import cn.siyu.adapter.persistence.Sql;

/// Planted: HTTP that goes to the tables by itself.
record ReadsTables(Sql sql) {}
