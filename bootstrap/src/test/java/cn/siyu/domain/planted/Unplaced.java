package cn.siyu.domain.planted;

/// Planted: a capability that nobody gave a place in the line.
record Unplaced(String name) {}
