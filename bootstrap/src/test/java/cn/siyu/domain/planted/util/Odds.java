package cn.siyu.domain.planted.util;

/// Planted: in a package that is called after nothing and marks nothing.
record Odds(String ends) {}
